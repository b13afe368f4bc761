package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.ONE;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundServers.failure;
import static uk.nhs.estate.sample.SoundServers.silence;
import static uk.nhs.estate.sample.SoundServers.soa;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import uk.nhs.estate.observation.Asked.Outcome;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.ServerFacts;
import uk.nhs.estate.sample.SoundServers;

class EdnsBrokenTest extends ServerCheckTest {
  EdnsBrokenTest() {
    super(new EdnsBroken());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.concat(
        usual(Question.SOA),
        Stream.of(
            fails(
                "no OPT record in the answer",
                ONE,
                "ns1.dns.test: no OPT record",
                dns(
                    ONE,
                    Question.SOA,
                    SoundServers.with(soa(), null, List.of("qr", "aa"), List.of()))),
            fails(
                "an error with EDNS, an answer without",
                ONE,
                "SOA by UDP: FORMERR without authority; SOA by UDP without EDNS: NOERROR with"
                    + " authority",
                dns(
                    ONE,
                    spoilt(
                        SoundServers.with(failure("FORMERR"), null, List.of("qr"), List.of()),
                        soa()))),
            fails(
                "an error that carries an OPT record",
                ONE,
                "NOTIMP",
                dns(ONE, spoilt(failure("NOTIMP"), soa()))),
            fails(
                "silence with EDNS, an answer without",
                ONE,
                "SOA by UDP: no answer in time (3 tries)",
                dns(ONE, spoilt(silence(), soa()))),
            passes(
                "an error that has nothing to do with EDNS",
                dns(ONE, spoilt(failure("SERVFAIL"), soa()))),
            cannotTell(
                "the same error with and without",
                ONE,
                dns(ONE, spoilt(failure("FORMERR"), failure("FORMERR"))))));
  }

  private static UnaryOperator<ServerFacts> spoilt(Outcome with, Outcome without) {
    return server ->
        SoundServers.with(
            SoundServers.with(server, Question.SOA, with), Question.SOA_WITHOUT_EDNS, without);
  }
}
