package uk.nhs.estate.observation.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a page may load, run and be framed by: one policy of a `Content-Security-Policy` field (CSP
/// Level 3 §2.2). Browsers enforce every policy of a page.
///
/// @param directives each directive's name in lower case with its values, in order; the first of
///     several directives with the same name counts
public record ContentSecurityPolicy(Map<String, List<String>> directives) {

  private static final Pattern WHITE_SPACE = Pattern.compile("[\\t\\n\\f\\r ]+");
  private static final Pattern ANYBODY =
      Pattern.compile("\\*(:\\*)?|https?:(//\\*(:(\\*|443))?/?)?", Pattern.CASE_INSENSITIVE);

  public ContentSecurityPolicy {
    directives = Collections.unmodifiableMap(new LinkedHashMap<>(directives));
  }

  /// Reads every policy of a page: field lines and commas part policies (§2.2.2). A policy without
  /// directives is none.
  ///
  /// @param fields the values of all `Content-Security-Policy` field lines
  public static List<ContentSecurityPolicy> parse(List<String> fields) {
    var policies = new ArrayList<ContentSecurityPolicy>();
    for (var field : fields) {
      for (var policy : field.split(",", -1)) {
        var directives = directives(policy);
        if (!directives.isEmpty()) {
          policies.add(new ContentSecurityPolicy(directives));
        }
      }
    }
    return List.copyOf(policies);
  }

  private static Map<String, List<String>> directives(String policy) {
    var directives = new LinkedHashMap<String, List<String>>();
    for (var token : policy.split(";", -1)) {
      var words =
          Arrays.stream(WHITE_SPACE.split(token, -1)).filter(word -> !word.isEmpty()).toList();
      if (!words.isEmpty()) {
        directives.putIfAbsent(
            words.getFirst().toLowerCase(Locale.ROOT), words.subList(1, words.size()));
      }
    }
    return directives;
  }

  /// The values of a directive; empty when the policy does not have it.
  public Optional<List<String>> directive(String name) {
    return Optional.ofNullable(directives.get(name));
  }

  /// Whether it says who may frame the page, and whether that is fewer than anybody (§6.4.2).
  public Framing framing() {
    return directive("frame-ancestors")
        .map(
            sources ->
                sources.stream().anyMatch(source -> ANYBODY.matcher(source).matches())
                    ? Framing.BY_ANYBODY
                    : Framing.RESTRICTED)
        .orElse(Framing.UNSAID);
  }

  /// Who may frame a page.
  public enum Framing {
    UNSAID,
    BY_ANYBODY,
    RESTRICTED
  }
}
