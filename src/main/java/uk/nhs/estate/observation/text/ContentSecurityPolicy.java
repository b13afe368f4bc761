package uk.nhs.estate.observation.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.nhs.estate.observation.text.CspSource.Host;

/// What a page may load, run and be framed by: one policy of a page (CSP Level 3 §2.2). Browsers
/// enforce every policy of a page, see [Csp].
public final class ContentSecurityPolicy {

  /// Browsers heed these in a header only (HTML §4.2.5.3).
  private static final Set<String> IN_HEADERS_ONLY =
      Set.of("frame-ancestors", "report-uri", "sandbox");

  /// No page needs more, and each takes room.
  private static final int MOST_POLICIES = 1000;

  private final Map<String, List<String>> directives;
  private final Map<String, CspSourceList> sources = new HashMap<>();
  private final List<LeftOut> leftOut;

  private ContentSecurityPolicy(Map<String, List<String>> directives, Set<LeftOut> leftOut) {
    this.directives = Collections.unmodifiableMap(directives);
    this.leftOut = List.copyOf(leftOut);
    // many questions are asked of a policy, and each must not read it anew
    directives.forEach((name, words) -> sources.put(name, CspSourceList.parse(words)));
  }

  /// A directive that browsers pass over.
  ///
  /// @param name its first word in lower case
  public record LeftOut(String name, Reason reason) {

    /// Why they do.
    public enum Reason {
      /// One of that name came before.
      REPEATED,
      /// It has a character beyond ASCII.
      NOT_ASCII,
      /// It counts in a header only.
      IN_META
    }
  }

  /// Who may frame a page.
  public enum Framing {
    UNSAID,
    BY_ANYBODY,
    RESTRICTED
  }

  /// Reads the policies of header fields: field lines and commas part them (§2.2.2). A policy
  /// without directives is none.
  ///
  /// @param fields the values of all `Content-Security-Policy` field lines
  public static List<ContentSecurityPolicy> parse(List<String> fields) {
    return read(fields).stream().filter(policy -> !policy.directives().isEmpty()).toList();
  }

  /// The same, with those of which browsers pass over all that they say.
  static List<ContentSecurityPolicy> read(List<String> fields) {
    var policies = new ArrayList<ContentSecurityPolicy>();
    for (var field : fields) {
      for (var policy : field.split(",", -1)) {
        var read = read(policy, Set.of());
        if (!read.saysNothing() && policies.size() < MOST_POLICIES) {
          policies.add(read);
        }
      }
    }
    return policies;
  }

  /// Reads the policy of a `meta` element (HTML §4.2.5.3), where commas part nothing.
  static ContentSecurityPolicy ofMeta(String content) {
    return read(content, IN_HEADERS_ONLY);
  }

  private static ContentSecurityPolicy read(String policy, Set<String> unheeded) {
    var directives = new LinkedHashMap<String, List<String>>();
    var leftOut = new LinkedHashSet<LeftOut>();
    for (var token : policy.split(";", -1)) {
      var words = words(token);
      if (words.isEmpty()) {
        continue;
      }
      var name = words.getFirst().toLowerCase(Locale.ROOT);
      if (!isAscii(token)) {
        leftOut.add(new LeftOut(name, LeftOut.Reason.NOT_ASCII));
      } else if (unheeded.contains(name)) {
        leftOut.add(new LeftOut(name, LeftOut.Reason.IN_META));
      } else if (directives.putIfAbsent(name, words.subList(1, words.size())) != null) {
        leftOut.add(new LeftOut(name, LeftOut.Reason.REPEATED));
      }
    }
    return new ContentSecurityPolicy(directives, leftOut);
  }

  /// Parts a text at ASCII white space.
  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    int start = 0;
    for (int at = 0; at <= text.length(); at++) {
      if (at == text.length() || "\t\n\f\r ".indexOf(text.charAt(at)) >= 0) {
        if (at > start) {
          words.add(text.substring(start, at));
        }
        start = at + 1;
      }
    }
    return List.copyOf(words);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }

  boolean saysNothing() {
    return directives.isEmpty() && leftOut.isEmpty();
  }

  /// Each directive's name in lower case with its words, in order.
  public Map<String, List<String>> directives() {
    return directives;
  }

  /// What stands in the policy and browsers pass over.
  public List<LeftOut> leftOut() {
    return leftOut;
  }

  /// The words of a directive; empty when the policy does not have it.
  public Optional<List<String>> directive(String name) {
    return Optional.ofNullable(directives.get(name));
  }

  /// A directive's words, read as a source list.
  public Optional<CspSourceList> sources(String name) {
    return Optional.ofNullable(sources.get(name));
  }

  /// The first of several directives that the policy has.
  ///
  /// @param names in the order in which one stands in for the other (§6.8.3)
  public Optional<String> governing(List<String> names) {
    for (var name : names) {
      if (directives.containsKey(name)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /// Whether it says who may frame the page, and whether that is fewer than anybody (§6.4.2).
  public Framing framing() {
    return sources("frame-ancestors")
        .map(
            list ->
                list.sources().stream().anyMatch(ContentSecurityPolicy::isAnybody)
                    ? Framing.BY_ANYBODY
                    : Framing.RESTRICTED)
        .orElse(Framing.UNSAID);
  }

  /// What frames a page is known by its origin, which has no path.
  private static boolean isAnybody(CspSource source) {
    return source.coversEveryHost("https", CspUrl.ofHost(""))
        && !(source instanceof Host host && host.path().length() > 1);
  }
}
