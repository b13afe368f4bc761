package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.tls.Requirements.baseline;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.ShownChain;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Finds certificates of public authorities with a longer life than was allowed on the day of
/// issue.
///
/// Those that were issued before 398 days became the limit had longer ones, all of which are
/// over.
public record CertificateLifetimeLong() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.certificate-lifetime-long",
          ADVISORY,
          "The certificate is valid for longer than public ones may be",
          """
          Browsers refuse public certificates that are valid for longer than the CA/Browser \
          Forum allows at the time of issue.\
          """,
          """
          Have it issued again, and let renewal run automatically: the longest life comes down \
          to 47 days by 2029.\
          """,
          Commands.DATES,
          baseline("6.3.2"),
          new Standard(
              "CA/Browser Forum ballot SC-081v3",
              "https://cabforum.org/2025/04/11/ballot-sc081v3-introduce-schedule-of-reducing-validity-and-data-reuse-periods/"));

  /// By the day from which each limit counts.
  private static final NavigableMap<Instant, Integer> MOST_DAYS =
      new TreeMap<>(
          Map.of(
              Instant.parse("2020-09-01T00:00:00Z"), 398,
              Instant.parse("2026-03-15T00:00:00Z"), 200,
              Instant.parse("2027-03-15T00:00:00Z"), 100,
              Instant.parse("2029-03-15T00:00:00Z"), 47));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Chains.judge(
        tls,
        chain -> {
          if (!chain.isOfPublicAuthority()) {
            return new Verdict.NotApplicable(ShownChain.NOT_PUBLIC);
          }
          var issued = chain.leaf().notBefore();
          var allowed = MOST_DAYS.floorEntry(issued);
          // the last second counts (RFC 5280 §4.1.2.5)
          var life = Duration.between(issued, chain.leaf().notAfter()).plusSeconds(1);
          return Verdict.passIf(
              allowed == null || life.compareTo(Duration.ofDays(allowed.getValue())) <= 0,
              "valid for %d days, where %d are allowed of those issued since %s"
                  .formatted(
                      life.plusDays(1).minusSeconds(1).toDays(),
                      allowed == null ? 0 : allowed.getValue(),
                      allowed == null ? "" : allowed.getKey().toString().substring(0, 10)));
        });
  }
}
