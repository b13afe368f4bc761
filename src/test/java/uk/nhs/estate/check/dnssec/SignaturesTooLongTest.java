package uk.nhs.estate.check.dnssec;

import static java.time.Duration.ofDays;
import static uk.nhs.estate.check.dnssec.SigningSamples.answering;
import static uk.nhs.estate.check.dnssec.SigningSamples.signed;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundServers.SOA;
import static uk.nhs.estate.sample.SoundServers.answer;
import static uk.nhs.estate.sample.SoundServers.failure;
import static uk.nhs.estate.sample.SoundServers.record;
import static uk.nhs.estate.sample.SoundServers.silence;

import java.time.Duration;
import java.util.stream.Stream;

class SignaturesTooLongTest extends SigningCheckTest {
  SignaturesTooLongTest() {
    super(new SignaturesTooLong(Duration.ofDays(180)));
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("two weeks"),
        passes("just as long as may be", signed(ofDays(-90), ofDays(90))),
        fails(
            "longer",
            "180 days: SOA of trust.nhs.uk, key tag 2371",
            signed(ofDays(-90), ofDays(90).plusSeconds(1))),
        fails("ten years", "3650 days", signed(ofDays(-10), ofDays(3640))),
        doesNotApply(
            "no signatures", "send no signatures", answering(answer(record(NAME, "SOA", SOA)))),
        cannotTell("silence", "no server sent an answer", answering(silence())),
        cannotTell("errors only", "no server sent an answer", answering(failure("SERVFAIL"))));
  }
}
