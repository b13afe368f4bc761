package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.ONE;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.dnsOfAll;
import static uk.nhs.estate.sample.SoundServers.SOA;
import static uk.nhs.estate.sample.SoundServers.answer;
import static uk.nhs.estate.sample.SoundServers.failure;
import static uk.nhs.estate.sample.SoundServers.record;
import static uk.nhs.estate.sample.SoundServers.reply;
import static uk.nhs.estate.sample.SoundServers.signature;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.sample.SoundServers;

class DnssecUnawareServerTest extends ServerCheckTest {
  DnssecUnawareServerTest() {
    super(new DnssecUnawareServer());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.concat(
        usual(Question.SOA),
        Stream.of(
            fails(
                "a server without signatures beside others with them",
                ONE,
                "no RRSIG; SOA by UDP: NOERROR with authority; the others: ",
                dns(ONE, Question.SOA, answer(record(NAME, "SOA", SOA)))),
            fails(
                "signatures of something else",
                ONE,
                "no RRSIG",
                dns(ONE, Question.SOA, answer(record(NAME, "SOA", SOA), signature(NAME, "NS")))),
            fails(
                "a server that only answers without EDNS",
                ONE,
                "no RRSIG; SOA by UDP: FORMERR",
                dns(
                    ONE,
                    server ->
                        SoundServers.with(
                            SoundServers.with(server, Question.SOA, failure("FORMERR")),
                            Question.SOA_WITHOUT_EDNS,
                            answer(record(NAME, "SOA", SOA))))),
            passes(
                "a server that does not serve the domain",
                dns(ONE, Question.SOA, failure("REFUSED"))),
            passes(
                "signatures that came over TCP",
                dns(
                    ONE,
                    Question.SOA,
                    reply("NOERROR", List.of("qr", "aa", "tc"), List.of(), List.of()))),
            doesNotApply(
                "a zone without signatures",
                "sends signatures",
                dnsOfAll(
                    server ->
                        SoundServers.with(
                            server, Question.SOA, answer(record(NAME, "SOA", SOA)))))));
  }
}
