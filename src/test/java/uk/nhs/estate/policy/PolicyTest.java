package uk.nhs.estate.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Severity.URGENT;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {

  private static final Policy POLICY =
      new Policy(
          "test",
          LocalDate.of(2026, 11, 1),
          Map.of(URGENT, 30, ADVISORY, 8),
          Map.of("tls.certificate-expires-soon", 4),
          Set.of(),
          50,
          Map.of(Grade.A, 90, Grade.B, 80, Grade.C, 65, Grade.D, 50, Grade.E, 30),
          new Policy.Thresholds(
              Duration.ofDays(21),
              Duration.ofDays(180),
              Duration.ofDays(3),
              Duration.ofDays(180),
              new Policy.DomainExpiry(
                  Duration.ofDays(90), Duration.ofDays(30), Duration.ofDays(7))));

  @Test
  void aRuleCostsWhatItsSeverityCostsUnlessThePolicyNamesIt() {
    assertThat(POLICY.cost("dns.x", URGENT)).isEqualTo(30);
    assertThat(POLICY.cost("dns.x", ADVISORY)).isEqualTo(8);
    assertThat(POLICY.cost("dns.x", INFORMATIONAL)).isZero();
    assertThat(POLICY.cost("tls.certificate-expires-soon", URGENT)).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "100, A", "90, A", "89, B", "80, B", "79, C", "65, C", "64, D", "50, D", "49, E", "30, E",
    "29, F", "0, F"
  })
  void aGradeIsTheBestThatThePointsReach(int points, Grade grade) {
    assertThat(POLICY.grade(points)).isEqualTo(grade);
  }

  @Property
  void morePointsAreNeverAWorseGrade(
      @ForAll @IntRange(max = 100) int points, @ForAll @IntRange(max = 100) int more) {
    assertThat(POLICY.grade(Math.max(points, more)))
        .isLessThanOrEqualTo(POLICY.grade(Math.min(points, more)));
  }
}
