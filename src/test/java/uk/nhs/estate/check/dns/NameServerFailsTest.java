package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.ONE;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundServers.failure;
import static uk.nhs.estate.sample.SoundServers.soa;

import java.util.stream.Stream;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.sample.SoundServers;

class NameServerFailsTest extends ServerCheckTest {
  NameServerFailsTest() {
    super(new NameServerFails());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.concat(
        usual(Question.SOA),
        Stream.of(
            fails(
                "a server that does",
                ONE,
                "SOA by UDP: SERVFAIL without authority; the others: ",
                dns(ONE, Question.SOA, failure("SERVFAIL"))),
            failsBesideSilence(failure("SERVFAIL")),
            fails(
                "a server that knows no such question",
                ONE,
                "NOTIMP",
                dns(ONE, Question.SOA, failure("NOTIMP"))),
            passes("a server that refuses", dns(ONE, Question.SOA, failure("REFUSED"))),
            passes(
                "a server that only fails with EDNS",
                dns(
                    ONE,
                    server ->
                        SoundServers.with(
                            SoundServers.with(server, Question.SOA, failure("FORMERR")),
                            Question.SOA_WITHOUT_EDNS,
                            soa())))));
  }
}
