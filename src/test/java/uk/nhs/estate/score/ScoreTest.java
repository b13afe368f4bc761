package uk.nhs.estate.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Severity.URGENT;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.check.Severity;
import uk.nhs.estate.finding.Finding;
import uk.nhs.estate.finding.Finding.Status;
import uk.nhs.estate.finding.FindingKey;
import uk.nhs.estate.policy.Grade;
import uk.nhs.estate.policy.Policy;
import uk.nhs.estate.sample.SoundDomain;
import uk.nhs.estate.settings.ScannerConfig;

class ScoreTest {

  private static final Policy POLICY = ScannerConfig.read(null).policies().getFirst();
  private static final Coverage ALL = new Coverage(20, 20);
  private static final Instant NOW = SoundDomain.SEEN;

  @Test
  void withoutFindingsItIsAHundred() {
    var score = Score.of(List.of(), ALL, POLICY);
    assertThat(score.points()).isEqualTo(100);
    assertThat(score.grade()).isEqualTo(Grade.A);
    assertThat(score.ledger()).isEmpty();
    assertThat(score.policy()).isEqualTo(POLICY.version());
  }

  @Test
  void openFindingsCostWhatThePolicySaysTheMostCostlyFirst() {
    var score =
        Score.of(
            List.of(
                finding("dns.b", "", INFORMATIONAL, Status.OPEN),
                finding("tls.certificate-expires-soon", "", ADVISORY, Status.OPEN),
                finding("dns.c", "", URGENT, Status.OPEN),
                finding("dns.a", "", INFORMATIONAL, Status.OPEN)),
            ALL,
            POLICY);
    assertThat(score.ledger())
        .containsExactly(
            new Score.Cost("dns.c", 30),
            new Score.Cost("tls.certificate-expires-soon", 4),
            new Score.Cost("dns.a", 2),
            new Score.Cost("dns.b", 2));
    assertThat(score.points()).isEqualTo(62);
    assertThat(score.grade()).isEqualTo(Grade.D);
  }

  @Test
  void aRuleCostsOnceHoweverManySubjectsItIsOpenFor() {
    var score =
        Score.of(
            List.of(
                finding("http.cookie-not-secure", "a", ADVISORY, Status.OPEN),
                finding("http.cookie-not-secure", "b", ADVISORY, Status.OPEN)),
            ALL,
            POLICY);
    assertThat(score.points()).isEqualTo(92);
  }

  @Test
  void whatIsClosedOrOnlySuspectedCostsNothing() {
    var score =
        Score.of(
            List.of(
                finding("dns.a", "", URGENT, Status.RESOLVED),
                finding("dns.b", "", URGENT, Status.WITHDRAWN),
                finding("dns.c", "", URGENT, Status.SUSPECTED),
                finding("dns.d", "", URGENT, Status.DROPPED)),
            ALL,
            POLICY);
    assertThat(score.points()).isEqualTo(100);
  }

  @Test
  void itIsNeverLessThanNothing() {
    var findings = new ArrayList<Finding>();
    for (var rule : List.of("dns.a", "dns.b", "dns.c", "dns.d")) {
      findings.add(finding(rule, "", URGENT, Status.OPEN));
    }
    var score = Score.of(findings, ALL, POLICY);
    assertThat(score.points()).isZero();
    assertThat(score.grade()).isEqualTo(Grade.F);
    assertThat(score.ledger()).hasSize(4);
  }

  @Test
  void thereIsNoGradeWhileTooLittleHasBeenSeen() {
    assertThat(Score.of(List.of(), new Coverage(10, 20), POLICY).grade()).isEqualTo(Grade.A);
    var dark = Score.of(List.of(), new Coverage(9, 20), POLICY);
    assertThat(dark.grade()).isNull();
    assertThat(dark.points()).isEqualTo(100);
    assertThat(Score.of(List.of(), new Coverage(0, 0), POLICY).grade()).isNull();
  }

  @Test
  void coverageIsRoundedDown() {
    assertThat(new Coverage(2, 3).percent()).isEqualTo(66);
    assertThat(new Coverage(3, 3).percent()).isEqualTo(100);
    assertThatThrownBy(() -> new Coverage(4, 3)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Coverage(-1, 3)).isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void theOrderOfFindingsChangesNothingAndMendingOneNeverCosts(
      @ForAll @IntRange(min = 1, max = 8) int count, @ForAll long seed) {
    var random = new Random(seed);
    var findings = new ArrayList<Finding>();
    for (int at = 0; at < count; at++) {
      var severity = List.of(Severity.values()).get(random.nextInt(3));
      findings.add(finding("dns.r" + at, "", severity, Status.OPEN));
    }
    var score = Score.of(findings, ALL, POLICY);
    Collections.shuffle(findings, random);
    assertThat(Score.of(findings, ALL, POLICY)).isEqualTo(score);
    assertThat(Score.of(findings.subList(1, count), ALL, POLICY).points())
        .isGreaterThanOrEqualTo(score.points());
  }

  private static Finding finding(String rule, String subject, Severity severity, Status status) {
    @Nullable Instant closed = status.isClosed() ? NOW : null;
    var key = new FindingKey(SoundDomain.DOMAIN, rule, subject);
    return new Finding(key, severity, status, "", NOW, NOW, closed, 1);
  }
}
