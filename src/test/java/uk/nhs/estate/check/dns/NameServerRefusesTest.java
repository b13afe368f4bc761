package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.ONE;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundServers.failure;

import java.util.stream.Stream;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.sample.SoundServers;

class NameServerRefusesTest extends ServerCheckTest {
  NameServerRefusesTest() {
    super(new NameServerRefuses());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.concat(
        usual(Question.SOA),
        Stream.of(
            fails(
                "a server that does",
                ONE,
                "ns1.dns.test: SOA by UDP: REFUSED without authority; the others: ",
                dns(ONE, Question.SOA, failure("REFUSED"))),
            failsBesideSilence(failure("REFUSED")),
            fails(
                "a server that refuses without EDNS, and does not understand EDNS",
                ONE,
                "FORMERR without authority; SOA by UDP without EDNS: REFUSED",
                dns(
                    ONE,
                    server ->
                        SoundServers.with(
                            SoundServers.with(server, Question.SOA, failure("FORMERR")),
                            Question.SOA_WITHOUT_EDNS,
                            failure("REFUSED")))),
            passes(
                "a server that fails in another way",
                dns(ONE, Question.SOA, failure("SERVFAIL")))));
  }
}
