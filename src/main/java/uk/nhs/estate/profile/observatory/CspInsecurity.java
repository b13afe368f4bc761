package uk.nhs.estate.profile.observatory;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whether policies together let a page over https load anything over http: one names it, and no
/// other forbids it.
final class CspInsecurity {

  /// Which directive speaks where another is missing (CSP Level 3 §6.8.3); for all others that end
  /// with `-src` it is `default-src` alone.
  private static final Map<String, List<String>> FALLBACK =
      Map.of(
          "script-src-elem", List.of("script-src"),
          "script-src-attr", List.of("script-src"),
          "style-src-elem", List.of("style-src"),
          "style-src-attr", List.of("style-src"),
          "frame-src", List.of("child-src"),
          "worker-src", List.of("child-src", "script-src"));

  private CspInsecurity() {}

  static boolean isActive(List<CspSheet> policies) {
    return policies.stream()
        .anyMatch(
            policy ->
                policy.directives().entrySet().stream()
                    .filter(one -> !CspSheet.PASSIVE.contains(one.getKey()))
                    .filter(one -> one.getValue().stream().anyMatch(CspSheet::isInsecure))
                    .anyMatch(one -> isAllowedByAll(policies, one.getKey())));
  }

  static boolean isPassive(List<CspSheet> policies) {
    return CspSheet.PASSIVE.stream()
        .anyMatch(
            name ->
                policies.stream()
                        .anyMatch(
                            policy ->
                                sources(policy, name)
                                    .filter(list -> list.stream().anyMatch(CspSheet::isInsecure))
                                    .isPresent())
                    && isAllowedByAll(policies, name));
  }

  private static boolean isAllowedByAll(List<CspSheet> policies, String directive) {
    return policies.stream()
        .allMatch(
            policy ->
                sources(policy, directive)
                    .map(list -> list.stream().anyMatch(CspInsecurity::letsHttpIn))
                    .orElse(true));
  }

  private static boolean letsHttpIn(String source) {
    return CspSheet.isInsecure(source) || source.startsWith("ws:") || source.startsWith("*");
  }

  private static Optional<List<String>> sources(CspSheet policy, String directive) {
    var names = new ArrayList<String>();
    names.add(directive);
    names.addAll(FALLBACK.getOrDefault(directive, List.of()));
    if (directive.contains("-src") && !directive.equals("default-src")) {
      names.add("default-src");
    }
    return policy.sources(names.toArray(String[]::new));
  }
}
