package uk.nhs.estate.observation.text;

import com.ibm.icu.text.IDNA;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// Reads the host in an address of the web (URL standard §3.5).
final class WebHost {

  /// No name of the DNS is longer (RFC 1035 §2.3.4).
  private static final int LONGEST = 255;

  /// Every character of a name may be written as escapes of four octets.
  private static final int LONGEST_ESCAPED = 12 * LONGEST;

  private static final String FORBIDDEN = " #%/:<>?@[\\]^|\u007F";

  /// What UTS 46 finds and browsers bear: a name in an address need not fit the DNS.
  private static final Set<IDNA.Error> BORNE =
      EnumSet.of(
          IDNA.Error.EMPTY_LABEL,
          IDNA.Error.LABEL_TOO_LONG,
          IDNA.Error.DOMAIN_NAME_TOO_LONG,
          IDNA.Error.LEADING_HYPHEN,
          IDNA.Error.TRAILING_HYPHEN,
          IDNA.Error.HYPHEN_3_4);

  /// Made when a name needs it, since its tables take long to read.
  private static final class Uts46 {
    private static final IDNA RULES =
        IDNA.getUTS46Instance(
            IDNA.CHECK_BIDI
                | IDNA.CHECK_CONTEXTJ
                | IDNA.NONTRANSITIONAL_TO_ASCII
                | IDNA.NONTRANSITIONAL_TO_UNICODE);
  }

  private WebHost() {}

  /// The host as browsers ask for it; empty if it can be none.
  static Optional<String> parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST_ESCAPED) {
      return Optional.empty();
    }
    if (text.charAt(0) == '[') {
      return text.endsWith("]") ? ipv6(text.substring(1, text.length() - 1)) : Optional.empty();
    }
    return Optional.of(decoded(text))
        .filter(name -> name.length() <= LONGEST)
        .flatMap(WebHost::toAscii)
        .filter(name -> !name.isEmpty() && name.chars().allMatch(WebHost::isAllowed))
        .flatMap(name -> endsInANumber(name) ? ipv4(name) : Optional.of(name));
  }

  private static Optional<String> ipv6(String text) {
    return text.indexOf(':') < 0
        ? Optional.empty()
        : IpAddress.parse(text).map(address -> "[" + address + "]");
  }

  private static boolean isAllowed(int c) {
    return c > 0x1F && FORBIDDEN.indexOf(c) < 0;
  }

  /// What escapes of octets stand for, read as UTF-8.
  private static String decoded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    var from = text.getBytes(StandardCharsets.UTF_8);
    var to = new byte[from.length];
    int length = 0;
    for (int at = 0; at < from.length; at++) {
      int high = from[at] == '%' && at + 2 < from.length ? digit(from[at + 1]) : -1;
      int low = high < 0 ? -1 : digit(from[at + 2]);
      to[length++] = low < 0 ? from[at] : (byte) (high << 4 | low);
      at += low < 0 ? 0 : 2;
    }
    return new String(to, 0, length, StandardCharsets.UTF_8);
  }

  private static int digit(int c) {
    return Character.digit((char) c, 16);
  }

  private static Optional<String> toAscii(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    boolean ascii = name.chars().allMatch(c -> c < 0x80);
    if (ascii && !lower.startsWith("xn--") && !lower.contains(".xn--")) {
      return Optional.of(lower);
    }
    var to = new StringBuilder();
    var found = new IDNA.Info();
    Uts46.RULES.nameToASCII(name, to, found);
    return BORNE.containsAll(found.getErrors()) ? Optional.of(to.toString()) : Optional.empty();
  }

  private static boolean endsInANumber(String name) {
    var labels = name.split("\\.", -1);
    int last = labels.length - 1;
    if (labels[last].isEmpty() && last > 0) {
      last--;
    }
    var label = labels[last];
    return !label.isEmpty() && label.chars().allMatch(c -> c >= '0' && c <= '9')
        || number(label) >= 0;
  }

  private static Optional<String> ipv4(String name) {
    var labels =
        (name.endsWith(".") ? name.substring(0, name.length() - 1) : name).split("\\.", -1);
    if (labels.length > 4) {
      return Optional.empty();
    }
    long bits = 0;
    for (int at = 0; at < labels.length; at++) {
      boolean last = at == labels.length - 1;
      long number = number(labels[at]);
      if (number < 0 || number >= (last ? 1L << 8 * (5 - labels.length) : 256)) {
        return Optional.empty();
      }
      bits |= number << (last ? 0 : 8 * (3 - at));
    }
    return Optional.of(new IpAddress(false, 0, bits).toString());
  }

  /// A part of an IPv4 address: decimal, octal after 0, hexadecimal after 0x; -1 if it is none.
  /// What is larger than any address stays so.
  private static long number(String text) {
    int radix = 10;
    int at = 0;
    if (text.startsWith("0x")) {
      radix = 16;
      at = 2;
    } else if (text.length() > 1 && text.charAt(0) == '0') {
      radix = 8;
      at = 1;
    } else if (text.isEmpty()) {
      return -1;
    }
    long number = 0;
    for (; at < text.length(); at++) {
      int digit = text.charAt(at) < 0x80 ? Character.digit(text.charAt(at), radix) : -1;
      if (digit < 0) {
        return -1;
      }
      number = Math.min(number * radix + digit, 1L << 33);
    }
    return number;
  }
}
