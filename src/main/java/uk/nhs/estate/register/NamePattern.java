package uk.nhs.estate.register;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// A name in the DNS that stands for itself and for everything below it, as lists of suppliers
/// write it.
///
/// @param text lower-case labels, at least two; `*` stands for one or more characters of a label,
///     as in `awsdns-*.com`
public record NamePattern(String text) {

  private static final Pattern LABELS =
      Pattern.compile("[a-z0-9_-]*\\*?[a-z0-9_-]*(\\.[a-z0-9_-]*\\*?[a-z0-9_-]*)*(\\.[a-z0-9-]+)");

  public NamePattern {
    if (text.length() > 253
        || !LABELS.matcher(text).matches()
        || labels(text).stream().anyMatch(String::isEmpty)) {
      throw new Refusal(
          "pattern",
          Refusal.quote(text) + " is no name: give labels in lower case, as in example.com.");
    }
  }

  /// Whether a name is the one that is meant, or below it. Labels are never cut: `notexample.com`
  /// is not below `example.com`.
  ///
  /// @param name in any case, with or without its last dot
  public boolean matches(String name) {
    var plain = name.toLowerCase(Locale.ROOT);
    var labels = labels(plain.endsWith(".") ? plain.substring(0, plain.length() - 1) : plain);
    var wanted = labels(text);
    int before = labels.size() - wanted.size();
    if (before < 0) {
      return false;
    }
    for (int at = 0; at < wanted.size(); at++) {
      if (!matches(wanted.get(at), labels.get(before + at))) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(String wanted, String label) {
    int star = wanted.indexOf('*');
    return star < 0
        ? wanted.equals(label)
        : label.length() >= wanted.length()
            && label.startsWith(wanted.substring(0, star))
            && label.endsWith(wanted.substring(star + 1));
  }

  private static List<String> labels(String name) {
    return List.of(name.split("\\.", -1));
  }
}
