package uk.nhs.estate.observation.text;

import java.util.Optional;

/// Finds the version number in what a server says of its software (RFC 9110 §10.2.4), such as
/// `2.4.58` in `Apache/2.4.58 (Ubuntu)`.
public final class ProductVersion {
  private ProductVersion() {}

  /// The first number that is a version: one with points, or a whole number that follows the name
  /// of a product. A whole number in a comment is none: it may name a machine.
  ///
  /// @param value the value of a field
  public static Optional<String> in(String value) {
    int at = 0;
    int depth = 0;
    while (at < value.length()) {
      char c = value.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (!isDigit(c)) {
        at++;
        continue;
      }
      int end = at;
      while (end < value.length() && isInNumbers(value.charAt(end))) {
        end++;
      }
      var number = withoutLastPoint(value.substring(at, end));
      boolean points = number.indexOf('.') >= 0;
      boolean stands = points ? standsAlone(value, at) : followsProduct(value, at, end);
      if (stands && (points || depth <= 0)) {
        return Optional.of(number);
      }
      at = end;
    }
    return Optional.empty();
  }

  /// A number with points may have a `v` in front of it, but no other letter.
  private static boolean standsAlone(String value, int at) {
    if (at == 0) {
      return true;
    }
    char before = value.charAt(at - 1);
    boolean isMark = before == 'v' || before == 'V';
    return isMark ? at == 1 || !isLetterOrDigit(value.charAt(at - 2)) : !isLetterOrDigit(before);
  }

  private static boolean followsProduct(String value, int at, int end) {
    boolean ends = end == value.length() || " ;,(".indexOf(value.charAt(end)) >= 0;
    return ends
        && at > 1
        && (value.charAt(at - 1) == '/' || value.charAt(at - 1) == ' ')
        && isLetterOrDigit(value.charAt(at - 2));
  }

  private static String withoutLastPoint(String number) {
    return number.endsWith(".") ? number.substring(0, number.length() - 1) : number;
  }

  private static boolean isInNumbers(char c) {
    return isDigit(c) || c == '.';
  }

  private static boolean isLetterOrDigit(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
