package uk.nhs.estate.observation.text;

import java.util.Locale;
import java.util.Optional;

/// Tells what is wrong with an address in a `security.txt` file: it must be a URI (RFC 9116 §2.5.3,
/// RFC 3986 §3), and one of the web must begin with `https://`.
public final class ReportAddress {
  private static final String NOT_IN_A_URI = "<>\"{}|\\^`";

  private ReportAddress() {}

  /// What is wrong, in words; empty if nothing is.
  public static Optional<String> whatIsWrong(String value) {
    if (value.chars().anyMatch(c -> c <= ' ' || c >= 0x7F || NOT_IN_A_URI.indexOf(c) >= 0)) {
      return Optional.of("it is no URI");
    }
    int colon = value.indexOf(':');
    if (colon < 1 || !isScheme(value.substring(0, colon))) {
      return Optional.of(
          value.indexOf('@') > 0
              ? "mailto: is missing"
              : isNumber(value) ? "tel: is missing" : "it has no scheme such as https:");
    }
    return switch (value.substring(0, colon).toLowerCase(Locale.ROOT)) {
      case "http" -> Optional.of("it begins with http and not https");
      case "https" ->
          value.startsWith("//", colon + 1) && WebAddress.parse(value).isPresent()
              ? Optional.empty()
              : Optional.of("it names no host");
      case "mailto" ->
          value.indexOf('@', colon) > colon + 1
              ? Optional.empty()
              : Optional.of("it names no mailbox");
      case "tel" ->
          value.chars().skip(colon).anyMatch(c -> c >= '0' && c <= '9')
              ? Optional.empty()
              : Optional.of("it has no number");
      default ->
          colon + 1 < value.length() ? Optional.empty() : Optional.of("nothing follows its scheme");
    };
  }

  private static boolean isScheme(String text) {
    return isLetter(text.charAt(0))
        && text.chars()
            .allMatch(c -> isLetter(c) || (c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0);
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || "+-().".indexOf(c) >= 0);
  }
}
