package uk.nhs.estate.scan;

import jakarta.inject.Singleton;
import java.security.cert.TrustAnchor;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.policy.Catalogue;
import uk.nhs.estate.policy.Policy;
import uk.nhs.estate.settings.ScannerConfig;
import uk.nhs.estate.settings.TrustStore;

/// The policy in force today, and the checks that it makes count.
@Singleton
public class Rules {
  private final ScannerConfig config;
  private final Set<TrustAnchor> anchors;
  private final InstantSource clock;
  private final Map<String, List<Check>> checks = new ConcurrentHashMap<>();

  Rules(ScannerConfig config, InstantSource clock) {
    this.config = config;
    this.anchors = TrustStore.read(config.scanner().trustStore());
    this.clock = clock;
  }

  /// The policy in force today.
  public Policy policy() {
    return config.policy(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
  }

  /// The checks of a policy.
  public List<Check> checks(Policy policy) {
    return checks.computeIfAbsent(
        policy.version(), _ -> Catalogue.checks(policy, config.lists().known(anchors)));
  }
}
