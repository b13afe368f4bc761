package uk.nhs.estate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.check.Assessor;
import uk.nhs.estate.check.Judgement;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.sample.SoundSite;
import uk.nhs.estate.settings.ScannerConfig;

/// Nobody should score better for taking a content security policy away.
class WeakPoliciesTest {
  private static final ScannerConfig CONFIG = ScannerConfig.read(null);
  private static final Policy POLICY = CONFIG.policies().getLast();
  private static final Assessor ASSESSOR =
      new Assessor(
          Catalogue.checks(POLICY, CONFIG.lists().known(SoundSite.ANCHORS)).stream()
              .filter(check -> check.rule().id().contains("csp"))
              .toList());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "upgrade-insecure-requests",
        "default-src *",
        "default-src * data: blob: 'unsafe-inline' 'unsafe-eval'",
        "script-src https: 'unsafe-inline' 'nonce-abc'; script-src-attr 'unsafe-inline'",
        "script-src http: *.co.uk www.youtube.com; img-src none 'bogus' script-src; x; x; referrer"
      })
  void costNoMoreThanNone(String policy) {
    int none = cost(SoundSite.header("Content-Security-Policy"));
    assertThat(none).isEqualTo(2);
    assertThat(cost(SoundSite.header("Content-Security-Policy", policy))).isBetween(1, none);
  }

  private static int cost(HttpFacts http) {
    return ASSESSOR.assess(SoundSite.observation(http)).judgements().stream()
        .filter(judgement -> judgement.verdict() instanceof Verdict.Fail)
        .map(Judgement::rule)
        .mapToInt(rule -> POLICY.cost(rule.id(), rule.severity()))
        .sum();
  }
}
