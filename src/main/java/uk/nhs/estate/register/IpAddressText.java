package uk.nhs.estate.register;

import java.util.regex.Pattern;

/// Tells IP addresses, in all the forms that programs accept for them, from names.
final class IpAddressText {

  private static final String NUMBER = "(?:0[xX][0-9a-fA-F]*|[0-9]+)";

  /// One to four decimal, octal or hexadecimal numbers: what the WHATWG URL standard (§3.5) and
  /// inet_aton read as IPv4.
  private static final Pattern V4 = Pattern.compile(NUMBER + "(?:\\." + NUMBER + "){0,3}\\.?");

  /// Hexadecimal groups and colons, at least two of them, maybe with an IPv4 tail and a zone (RFC
  /// 4291 §2.2, RFC 4007 §11).
  private static final Pattern V6 =
      Pattern.compile(
          "\\[?(?=[^%\\]]*:[^%\\]]*:)[0-9a-fA-F:]+(?:[0-9.]+)?(?:%[^\\]]*)?\\]?(?::[0-9]+)?");

  private static final Pattern LAST_IS_NUMBER = Pattern.compile("(?:.*\\.)?" + NUMBER);

  private IpAddressText() {}

  static boolean matches(String text) {
    return V4.matcher(text).matches() || V6.matcher(text).matches();
  }

  /// The test of the WHATWG URL standard (§3.5, "ends in a number"): such a host is read as an IPv4
  /// address or not at all.
  static boolean endsInANumber(String name) {
    char last = name.charAt(name.length() - 1);
    boolean mayBe = (last >= '0' && last <= '9') || (last >= 'a' && last <= 'f') || last == 'x';
    return mayBe && LAST_IS_NUMBER.matcher(name).matches();
  }
}
