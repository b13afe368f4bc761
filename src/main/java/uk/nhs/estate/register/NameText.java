package uk.nhs.estate.register;

import java.util.Locale;
import java.util.regex.Pattern;

/// Reads a domain name as people write it, and tells from the text which mistake they made.
final class NameText {

  /// No name is longer when written in national characters; more is not worth a look.
  private static final int MOST = 1_000;

  private static final Pattern SCHEME = Pattern.compile("(?i)(?:[a-z][a-z0-9+.-]*:)?//.*");
  private static final Pattern AFTER_HOST = Pattern.compile("[/?#\\\\].*");
  private static final Pattern PORT = Pattern.compile(":[0-9]*$");

  private NameText() {}

  static DomainName parse(String given) {
    String text = trim(given);
    if (text.length() > MOST) {
      throw DomainName.refusal(text, "is too long to be a name");
    }
    text.codePoints()
        .filter(NameText::isNeverInAName)
        .findFirst()
        .ifPresent(
            point -> {
              throw DomainName.refusal(
                  text,
                  "contains an invisible character (U+%04X): type it again by hand"
                      .formatted(point));
            });
    if (IpAddressText.matches(text)) {
      throw DomainName.refusal(text, "is an IP address: give the name that points to it");
    }
    refuseOtherThings(text);
    String ascii = isAscii(text) ? text.toLowerCase(Locale.ROOT) : InternationalName.toAscii(text);
    if (IpAddressText.matches(ascii)) {
      throw DomainName.refusal(text, "is an IP address: give the name that points to it");
    }
    return new DomainName(
        ascii.endsWith(".") && ascii.length() > 1 ? ascii.substring(0, ascii.length() - 1) : ascii);
  }

  private static void refuseOtherThings(String text) {
    if (SCHEME.matcher(text).matches()) {
      throw DomainName.refusal(
          text, "is the address of a page" + instead(text.substring(text.indexOf("//") + 2)));
    }
    if (text.indexOf('@') >= 0) {
      throw DomainName.refusal(text, "is an e-mail address" + instead(text));
    }
    if (AFTER_HOST.matcher(text).find()) {
      throw DomainName.refusal(text, "has a path after the name" + instead(text));
    }
    if (text.indexOf(':') >= 0) {
      throw DomainName.refusal(text, "has a port or a colon after the name" + instead(text));
    }
    if (text.chars().anyMatch(Character::isWhitespace) || text.indexOf('\u00A0') >= 0) {
      throw DomainName.refusal(text, "contains a space: give one name, without spaces");
    }
    if (text.indexOf('*') >= 0) {
      throw DomainName.refusal(
          text, "stands for many names" + instead(text.replaceFirst("^\\*\\.", "")));
    }
    if (text.indexOf('_') >= 0) {
      throw DomainName.refusal(
          text, "contains an underscore, which the name of a host cannot have");
    }
  }

  /// Says which host to give instead, if there is one in the text.
  private static String instead(String text) {
    String host = PORT.matcher(AFTER_HOST.matcher(text).replaceFirst("")).replaceFirst("");
    host = host.substring(host.lastIndexOf('@') + 1);
    try {
      return ": give the name alone, " + new DomainName(host.toLowerCase(Locale.ROOT));
    } catch (Refusal _) {
      return ": give the name of a host or domain alone";
    }
  }

  /// Zero-width joiners are left to UTS 46, which knows the scripts that need them.
  private static boolean isNeverInAName(int point) {
    return point != 0x200C && point != 0x200D && Refusal.isInvisible(point);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  /// Without the spaces and line ends that come along when text is pasted.
  private static String trim(String text) {
    int start = 0;
    int end = text.length();
    while (start < end && " \t\r\n".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && " \t\r\n".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }
}
