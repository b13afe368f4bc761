package uk.nhs.estate.check.dnssec;

import static java.time.Duration.ofDays;
import static uk.nhs.estate.check.dnssec.SigningSamples.everyServer;
import static uk.nhs.estate.check.dnssec.SigningSamples.unsigned;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.NS1;
import static uk.nhs.estate.sample.SoundDomain.SEEN;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.withSecurity;
import static uk.nhs.estate.sample.SoundDomain.withServers;
import static uk.nhs.estate.sample.SoundServers.SOA;
import static uk.nhs.estate.sample.SoundServers.answer;
import static uk.nhs.estate.sample.SoundServers.failure;
import static uk.nhs.estate.sample.SoundServers.record;
import static uk.nhs.estate.sample.SoundServers.signature;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup.ResourceRecord;
import uk.nhs.estate.observation.ServerFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.sample.SoundServers;

class SignaturesTooLongTest extends CheckTest {
  SignaturesTooLongTest() {
    super(new SignaturesTooLong(Duration.ofDays(180)));
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("two weeks"),
        passes("just as long as may be", signed(ofDays(-90), ofDays(90))),
        fails(
            "longer",
            "180 days: SOA of trust.nhs.uk, key tag 2371",
            signed(ofDays(-90), ofDays(90).plusSeconds(1))),
        fails("ten years", "3650 days", signed(ofDays(-10), ofDays(3640))),
        doesNotApply(
            "no signatures",
            "send no signatures",
            withServers(
                dns(),
                List.of(
                    SoundServers.with(bare(), Question.SOA, answer(record(NAME, "SOA", SOA)))))),
        cannotTell(
            "no answer to read signatures from",
            "no server sent an answer",
            withServers(dns(), List.of(SoundServers.silent(NS1, "192.0.2.53")))),
        cannotTell(
            "errors only",
            "no server sent an answer",
            withServers(
                dns(), List.of(SoundServers.with(bare(), Question.SOA, failure("SERVFAIL"))))),
        doesNotApply("an unsigned zone", "nobody can validate it: nhs.uk proves", unsigned()),
        doesNotApply("a name in another zone", "no zone of its own", dns(absent(NAME, "NS"))),
        cannotTell("nobody validated", "nobody validated", withSecurity(dns(), null)),
        cannotTellWithout(Topic.DNS));
  }

  /// Every server signs its SOA from and until so long after the look.
  private static DnsFacts signed(Duration from, Duration until) {
    return everyServer(
        dns(), Question.SOA, answer(record(NAME, "SOA", SOA), signed(NAME, from, until)));
  }

  private static ResourceRecord signed(String signer, Duration from, Duration until) {
    return signature(
        NAME, "SOA", DATE.format(SEEN.plus(until)), DATE.format(SEEN.plus(from)), signer);
  }

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// A server of which nothing else is known.
  private static ServerFacts bare() {
    return new ServerFacts(List.of(NS1), "192.0.2.53", List.of(), null, 0, 0, 0);
  }
}
