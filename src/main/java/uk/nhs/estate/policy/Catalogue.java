package uk.nhs.estate.policy;

import java.security.cert.TrustAnchor;
import java.util.List;
import java.util.Set;
import uk.nhs.estate.check.Check;

/// Every check, in one list.
public final class Catalogue {
  private Catalogue() {}

  /// The checks that count under a policy.
  public static List<Check> checks(Policy policy, Set<TrustAnchor> anchors) {
    return List.of();
  }

  /// The words of every check.
  public static List<uk.nhs.estate.check.Rule> rules() {
    return List.of();
  }
}
