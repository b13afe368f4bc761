package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.dns.SpoiltServers.ONE;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.NS1;
import static uk.nhs.estate.sample.SoundDomain.PARENT;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundServers.SOA;
import static uk.nhs.estate.sample.SoundServers.denial;
import static uk.nhs.estate.sample.SoundServers.failure;
import static uk.nhs.estate.sample.SoundServers.noData;
import static uk.nhs.estate.sample.SoundServers.record;
import static uk.nhs.estate.sample.SoundServers.referral;
import static uk.nhs.estate.sample.SoundServers.reply;
import static uk.nhs.estate.sample.SoundServers.silence;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.sample.SoundServers;

class NameServerNotAuthoritativeTest extends ServerCheckTest {
  NameServerNotAuthoritativeTest() {
    super(new NameServerNotAuthoritative());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.concat(
        usual(Question.SOA),
        Stream.of(
            fails(
                "a server that does",
                ONE,
                "NOERROR without authority",
                dns(
                    ONE,
                    Question.SOA,
                    reply(
                        "NOERROR",
                        List.of("qr", "ra"),
                        List.of(record(NAME, "SOA", SOA)),
                        List.of()))),
            failsBesideSilence(
                reply(
                    "NOERROR", List.of("qr", "ra"), List.of(record(NAME, "SOA", SOA)), List.of())),
            fails(
                "a server that denies the domain",
                ONE,
                "NXDOMAIN with authority",
                dns(ONE, Question.SOA, denial(record(PARENT, "SOA", SOA)))),
            fails(
                "a server of the zone above, that has no such record",
                ONE,
                "NOERROR with authority",
                dns(ONE, Question.SOA, noData(record(PARENT, "SOA", SOA)))),
            fails(
                "a server that says so",
                ONE,
                "NOTAUTH",
                dns(ONE, Question.SOA, failure("NOTAUTH"))),
            fails(
                "a server of the parent, that refers to the domain",
                ONE,
                "a referral to the servers of " + NAME,
                dns(ONE, Question.SOA, referral(NAME, List.of(NS1)))),
            passes(
                "a server that cuts off its answer, and is authoritative over TCP",
                dns(
                    ONE,
                    Question.SOA,
                    reply("NOERROR", List.of("qr", "tc"), List.of(), List.of()))),
            cannotTell(
                "a server that cuts off its answer, and cannot be asked over TCP",
                ONE,
                dns(
                    ONE,
                    server ->
                        SoundServers.with(
                            SoundServers.with(
                                server,
                                Question.SOA,
                                reply("NOERROR", List.of("qr", "tc"), List.of(), List.of())),
                            Question.SOA_BY_TCP,
                            silence()))),
            passes(
                "a server that refers upward",
                dns(ONE, Question.SOA, referral(PARENT, List.of(NS1))))));
  }
}
