package uk.nhs.estate.check.dnssec;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofSeconds;
import static uk.nhs.estate.check.dnssec.SigningSamples.answering;
import static uk.nhs.estate.check.dnssec.SigningSamples.everyServer;
import static uk.nhs.estate.check.dnssec.SigningSamples.signed;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundServers.SOA;
import static uk.nhs.estate.sample.SoundServers.answer;
import static uk.nhs.estate.sample.SoundServers.failure;
import static uk.nhs.estate.sample.SoundServers.record;
import static uk.nhs.estate.sample.SoundServers.silence;

import java.time.Duration;
import java.util.stream.Stream;
import uk.nhs.estate.observation.Asked.Question;

class SignaturesExpireSoonTest extends SigningCheckTest {
  SignaturesExpireSoonTest() {
    super(new SignaturesExpireSoon(Duration.ofDays(3)));
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("a week left of two"),
        passes(
            "more than the notice left of two months",
            signed(ofDays(-57), ofDays(3).plusSeconds(1))),
        fails(
            "the notice to the second, of two months",
            "SOA of trust.nhs.uk, key tag 2371, algorithm 13 (ECDSAP256SHA256), valid from"
                + " 2026-09-28T09:00:00Z until 2026-11-27T09:00:00Z, sent by ns1.dns.test"
                + " (192.0.2.53)",
            signed(ofDays(-57), ofDays(3))),
        passes("more than a tenth left of ten days", signed(ofDays(-9), ofDays(1).plusSeconds(10))),
        fails(
            "a tenth left of ten days",
            "until 2026-11-25T09:00:00Z",
            signed(ofDays(-9), ofDays(1))),
        passes("made anew all the time, for a day", signed(ofDays(-1), ofDays(1))),
        fails("their last second", "until 2026-11-24T09:00:00Z", signed(ofDays(-30), ofSeconds(0))),
        fails(
            "one server sends older ones",
            "sent by ns2.dns.test (198.51.100.53)",
            dns(
                "198.51.100.53",
                Question.SOA,
                answer(record(NAME, "SOA", SOA), signed(NAME, ofDays(-30), ofDays(1))))),
        passes(
            "another signature of the same records lasts",
            everyServer(
                dns(),
                Question.SOA,
                answer(
                    record(NAME, "SOA", SOA),
                    signed(NAME, ofDays(-30), ofDays(1)),
                    signed(NAME, ofDays(-1), ofDays(30))))),
        passes(
            "a signature of the parent",
            everyServer(
                dns(),
                Question.SOA,
                answer(record(NAME, "SOA", SOA), signed("nhs.uk", ofDays(-30), ofDays(1))))),
        doesNotApply(
            "expired", "have expired", answering(answer(signed(NAME, ofDays(-30), ofSeconds(-1))))),
        doesNotApply(
            "no signatures", "send no signatures", answering(answer(record(NAME, "SOA", SOA)))),
        cannotTell("silence", "no server sent an answer", answering(silence())),
        cannotTell("errors only", "no server sent an answer", answering(failure("SERVFAIL"))));
  }
}
