package uk.nhs.estate.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.sample.SoundDomain.DOMAIN;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.check.Assessment;
import uk.nhs.estate.check.Judgement;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Severity;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.store.VerdictRow;

class LastVerdictsTest {
  private static final Duration APART = Duration.ofMinutes(2);
  private static final Instant FIRST = Instant.parse("2026-11-24T09:00:00Z");
  private static final Instant TOO_SOON = FIRST.plus(APART).minusMillis(1);
  private static final Instant SECOND = FIRST.plus(APART);
  private static final Instant THIRD = SECOND.plus(APART);
  private static final Rule RULE =
      Rule.of(
          "dns.a", Severity.ADVISORY, "title", "why", "fix", "dig {name}", Standard.rfc(1034, ""));
  private static final Verdict PASS = new Verdict.Pass();
  private static final Verdict SILENT = new Verdict.Unknown("silent");
  private static final Verdict UNREADABLE = Verdict.Unknown.lasting("unreadable");

  @Test
  void whatWasObservedIsKeptAtOnce() {
    var passed = next(null, FIRST, PASS);
    assertThat(passed).isEqualTo(new VerdictRow("dns.a", "PASS", "", FIRST, FIRST, null));
    assertThat(next(passed, SECOND, new Verdict.Fail("x", "seen")))
        .isEqualTo(new VerdictRow("dns.a", "FAIL", "seen", SECOND, SECOND, null));
    assertThat(next(passed, SECOND, new Verdict.NotApplicable("gone")))
        .isEqualTo(new VerdictRow("dns.a", "NOT_APPLICABLE", "gone", SECOND, SECOND, null));
  }

  @Test
  void aCheckThatOneLookCouldNotMakeLeavesTheVerdictBeforeWithItsDate() {
    var once = next(next(null, FIRST, PASS), SECOND, SILENT);
    assertThat(once).isEqualTo(new VerdictRow("dns.a", "PASS", "", FIRST, FIRST, SECOND));
  }

  @Test
  void aCheckThatASecondLookCouldNotMakeEitherIsSaidToBeUnknown() {
    var once = next(next(null, FIRST.minus(APART), PASS), FIRST, SILENT);
    assertThat(next(once, TOO_SOON, SILENT)).isEqualTo(once);
    var twice = next(once, SECOND, SILENT);
    assertThat(twice)
        .isEqualTo(new VerdictRow("dns.a", "UNKNOWN", "silent", SECOND, FIRST.minus(APART), FIRST));
    assertThat(next(twice, THIRD, new Verdict.Unknown("refused")))
        .isEqualTo(new VerdictRow("dns.a", "UNKNOWN", "refused", THIRD, FIRST.minus(APART), FIRST));
  }

  @Test
  void aCheckThatWasNeverMadeIsPendingUntilASecondLookCouldNotMakeItEither() {
    var once = next(null, FIRST, SILENT);
    assertThat(once).isEqualTo(new VerdictRow("dns.a", "PENDING", "silent", FIRST, null, FIRST));
    assertThat(next(once, TOO_SOON, SILENT)).isEqualTo(once);
    assertThat(next(once, SECOND, SILENT))
        .isEqualTo(new VerdictRow("dns.a", "UNKNOWN", "silent", SECOND, null, FIRST));
  }

  @Test
  void aLookThatMadeTheCheckBeginsAnew() {
    var seen = next(next(null, FIRST, SILENT), SECOND, PASS);
    assertThat(seen).isEqualTo(new VerdictRow("dns.a", "PASS", "", SECOND, SECOND, null));
    assertThat(next(seen, THIRD, SILENT).outcome()).isEqualTo("PASS");
  }

  @Test
  void whatAnotherLookWouldNotSeeEitherIsSaidAtOnce() {
    assertThat(next(null, FIRST, UNREADABLE))
        .isEqualTo(new VerdictRow("dns.a", "UNKNOWN", "unreadable", FIRST, null, FIRST));
    assertThat(next(next(null, FIRST, PASS), SECOND, UNREADABLE))
        .isEqualTo(new VerdictRow("dns.a", "UNKNOWN", "unreadable", SECOND, FIRST, SECOND));
  }

  @Test
  void anUnknownFromBeforeSecondLooksStaysOne() {
    var old = new VerdictRow("dns.a", "UNKNOWN", "silent", FIRST, null, null);
    assertThat(next(old, SECOND, SILENT))
        .isEqualTo(new VerdictRow("dns.a", "UNKNOWN", "silent", SECOND, null, SECOND));
  }

  private static VerdictRow next(@Nullable VerdictRow before, Instant at, Verdict verdict) {
    var assessment =
        new Assessment(
            new Observation(DOMAIN, at, List.of()),
            List.of(new Judgement(RULE, verdict)),
            List.of());
    var after = LastVerdicts.of(before == null ? List.of() : List.of(before), assessment, APART);
    assertThat(after).hasSize(1);
    return after.getFirst();
  }
}
