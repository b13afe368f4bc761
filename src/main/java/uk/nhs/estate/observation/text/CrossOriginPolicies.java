package uk.nhs.estate.observation.text;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.nhs.estate.observation.text.StructuredField.Token;
import uk.nhs.estate.observation.text.StructuredField.Truth;

/// How a page is kept apart from those of other origins: what its `Cross-Origin-…-Policy` fields
/// say to browsers.
public final class CrossOriginPolicies {
  private static final Set<String> OPENERS =
      Set.of("unsafe-none", "same-origin", "same-origin-allow-popups", "noopener-allow-popups");
  private static final Set<String> EMBEDDERS =
      Set.of("unsafe-none", "require-corp", "credentialless");
  private static final Set<String> RESOURCES = Set.of("same-origin", "same-site", "cross-origin");

  private CrossOriginPolicies() {}

  /// Who stays in touch with the page after opening it, by `Cross-Origin-Opener-Policy` (HTML
  /// §7.1.3.1); empty when browsers do not know the value and take `unsafe-none`.
  ///
  /// @param fields the values of all field lines
  public static Optional<String> opener(List<String> fields) {
    return token(fields, OPENERS);
  }

  /// What the page may embed, by `Cross-Origin-Embedder-Policy` (HTML §7.1.4.1); empty when
  /// browsers do not know the value and take `unsafe-none`.
  ///
  /// @param fields the values of all field lines
  public static Optional<String> embedder(List<String> fields) {
    return token(fields, EMBEDDERS);
  }

  /// Who may load it, by `Cross-Origin-Resource-Policy` (Fetch §3.7), which is no structured field:
  /// parameters, quotation marks and second values make it one that browsers do not know.
  ///
  /// @param fields the values of all field lines
  public static Optional<String> resource(List<String> fields) {
    return Optional.of(String.join(", ", fields)).filter(RESOURCES::contains);
  }

  /// Whether the page asks for a process of its own, by `Origin-Agent-Cluster` (HTML §7.1.2); empty
  /// when browsers do not know the value.
  ///
  /// @param fields the values of all field lines
  public static Optional<Boolean> agentCluster(List<String> fields) {
    return StructuredField.item(fields)
        .flatMap(
            item ->
                item.value() instanceof Truth(var holds) ? Optional.of(holds) : Optional.empty());
  }

  private static Optional<String> token(List<String> fields, Set<String> known) {
    return StructuredField.item(fields)
        .flatMap(
            item -> item.value() instanceof Token(var text) ? Optional.of(text) : Optional.empty())
        .filter(known::contains);
  }
}
