package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.ONE;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.NS1;
import static uk.nhs.estate.sample.SoundDomain.PARENT;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundServers.referral;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.observation.Asked.Question;

class NameServerRefersUpwardTest extends ServerCheckTest {
  NameServerRefersUpwardTest() {
    super(new NameServerRefersUpward());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.concat(
        usual(Question.SOA),
        Stream.of(
            fails(
                "a server that does",
                ONE,
                "a referral to the servers of .",
                dns(ONE, Question.SOA, referral(".", List.of("a.root.test")))),
            failsBesideSilence(referral(".", List.of("a.root.test"))),
            fails(
                "a server that refers to the zone above",
                ONE,
                "servers of nhs.uk",
                dns(ONE, Question.SOA, referral(PARENT, List.of(NS1)))),
            passes(
                "a server that refers to the domain itself",
                dns(ONE, Question.SOA, referral(NAME, List.of(NS1)))),
            passes(
                "a server that refers to another zone",
                dns(ONE, Question.SOA, referral("st.nhs.uk", List.of(NS1))))));
  }
}
