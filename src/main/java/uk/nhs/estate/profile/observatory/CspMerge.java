package uk.nhs.estate.profile.observatory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Policies as the Observatory reads them: all of a page laid over each other into one.
///
/// @param directives each directive's name in lower case with its sources in lower case
/// @param repeatsReports whether a policy says twice where reports go
record CspMerge(Map<String, Set<String>> directives, boolean repeatsReports) {

  private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
  private static final Pattern LINE_END = Pattern.compile("[\\r\\n]");
  private static final Set<String> REPORTS = Set.of("report-uri", "report-to");
  private static final Set<String> NONE = Set.of("'none'");

  /// Shorter texts are no policy: a name of a directive alone is longer.
  private static final int SHORTEST = 6;

  /// Nobody has as many; what comes after them is not read.
  private static final int MOST_POLICIES = 100;

  /// A source in the policy it is from.
  private record Source(String text, int policy, boolean kept) {
    Source keep(boolean keep) {
      return new Source(text, policy, keep);
    }
  }

  /// The policies in field lines or in `meta` elements.
  static List<String> split(List<String> values) {
    var policies = new ArrayList<String>();
    for (var value : values) {
      for (var policy : value.split(",", MOST_POLICIES)) {
        policies.add(LINE_END.matcher(policy).replaceAll("").strip());
      }
    }
    return policies.stream().limit(MOST_POLICIES).toList();
  }

  static boolean isTooShort(String policy) {
    return policy.length() < SHORTEST;
  }

  /// Lays policies over each other; empty if one of them is none, or says a directive twice.
  static Optional<CspMerge> of(List<String> policies) {
    var all = new LinkedHashMap<String, List<Source>>();
    boolean repeats = false;
    for (int at = 0; at < policies.size(); at++) {
      if (isTooShort(policies.get(at))) {
        return Optional.empty();
      }
      var seen = new HashSet<String>();
      for (var directive : directives(policies.get(at))) {
        var name = directive.getFirst();
        if (!seen.add(name)) {
          if (!REPORTS.contains(name)) {
            return Optional.empty();
          }
          repeats = true;
        }
        var own = sources(directive, at);
        all.put(name, at == 0 ? own : common(all.getOrDefault(name, List.of()), own));
      }
      if (at == 0) {
        all.replaceAll((_, sources) -> sources.stream().map(one -> one.keep(false)).toList());
      }
    }
    var merged = new LinkedHashMap<String, Set<String>>();
    all.forEach((name, sources) -> merged.put(name, texts(sources)));
    return Optional.of(new CspMerge(merged, repeats));
  }

  private static Set<String> texts(List<Source> sources) {
    var texts = new LinkedHashSet<String>();
    sources.forEach(source -> texts.add(source.text()));
    return texts.isEmpty() ? NONE : texts;
  }

  /// Each directive as its name and its values, in lower case.
  static List<List<String>> directives(String policy) {
    var directives = new ArrayList<List<String>>();
    for (var token : policy.split(";")) {
      var words = token.strip().toLowerCase(Locale.ROOT);
      if (!words.isEmpty()) {
        directives.add(List.of(WHITE_SPACE.split(words)));
      }
    }
    return directives;
  }

  private static List<Source> sources(List<String> directive, int policy) {
    var values = directive.subList(1, directive.size());
    if (values.isEmpty() && directive.getFirst().endsWith("-src")) {
      values = List.of("'none'");
    }
    return values.stream().map(text -> new Source(text, policy, policy == 0)).toList();
  }

  /// What earlier policies and this one both name. A directive that the first does not have comes
  /// to nothing.
  private static List<Source> common(List<Source> before, List<Source> own) {
    var both = new ArrayList<>(before);
    both.addAll(own);
    both.sort(Comparator.comparing(Source::text));
    for (int at = 1; at < both.size(); at++) {
      var previous = both.get(at - 1);
      var source = both.get(at);
      if (source.policy() == previous.policy()) {
        both.set(at, source.keep(source.kept() && !source.text().startsWith(previous.text())));
      } else if (covers(previous.text(), source.text())) {
        both.set(at, source.keep(true));
      }
    }
    both.removeIf(source -> !source.kept());
    return both;
  }

  private static boolean covers(String one, String other) {
    return one.equals(other) || one.endsWith("/") && other.startsWith(one);
  }
}
