package uk.nhs.estate.probe.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/// IP addresses as text: the one way in which they are written, and the forms that are read.
///
/// Nothing here asks the DNS.
public final class AddressText {
  private static final int LONGEST = 45;
  private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final Pattern V4 = Pattern.compile(BYTE + "(?:\\." + BYTE + "){3}");
  private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

  private static final Pattern ENDS_IN_A_NUMBER =
      Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9a-fA-F]*)\\.?", Pattern.DOTALL);

  private AddressText() {}

  /// Reads four decimal numbers without leading zeros, or any text form of RFC 4291 §2.2 without a
  /// zone; none of the older forms of IPv4 that are read differently by different programs.
  public static Optional<InetAddress> parse(String text) {
    if (text.length() > LONGEST || !(V4.matcher(text).matches() || V6.matcher(text).matches())) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.ofLiteral(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /// Whether browsers read a host in a URL as an IPv4 address, or refuse it (WHATWG URL §3.5, "ends
  /// in a number").
  static boolean endsInANumber(String host) {
    return ENDS_IN_A_NUMBER.matcher(host).matches();
  }

  /// The IPv4 address that browsers read in such a host: up to four decimal, octal or hexadecimal
  /// numbers, the last of which fills what the others leave (WHATWG URL §3.5, "IPv4 parser").
  static Optional<InetAddress> inUrl(String host) {
    var parts = (host.endsWith(".") ? host.substring(0, host.length() - 1) : host).split("\\.", -1);
    if (parts.length > 4) {
      return Optional.empty();
    }
    long address = 0;
    for (int at = 0; at < parts.length; at++) {
      int octets = at == parts.length - 1 ? 4 - at : 1;
      long number = number(parts[at]);
      if (number < 0 || number >= 1L << (8 * octets)) {
        return Optional.empty();
      }
      address = (address << (8 * octets)) | number;
    }
    var v4 = new byte[4];
    for (int at = 0; at < 4; at++) {
      v4[at] = (byte) (address >> (24 - 8 * at));
    }
    return Optional.of(address(v4));
  }

  /// Less than nothing if it is none, or one that no address holds.
  private static long number(String text) {
    boolean hexadecimal = text.startsWith("0x") || text.startsWith("0X");
    boolean octal = !hexadecimal && text.length() > 1 && text.charAt(0) == '0';
    int start = hexadecimal ? 2 : octal ? 1 : 0;
    int radix = hexadecimal ? 16 : octal ? 8 : 10;
    if (text.isEmpty()) {
      return -1;
    }
    long number = 0;
    for (int at = start; at < text.length(); at++) {
      char c = text.charAt(at);
      int digit = c < 0x80 ? Character.digit(c, radix) : -1;
      if (digit < 0 || number > 0xffff_ffffL) {
        return -1;
      }
      number = number * radix + digit;
    }
    return number;
  }

  private static InetAddress address(byte[] octets) {
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("Four octets are an address", e);
    }
  }

  /// Writes an address; IPv6 in the form of RFC 5952 §4.
  public static String of(InetAddress address) {
    return of(address.getAddress());
  }

  /// The same for 4 or 16 octets.
  public static String of(byte[] octets) {
    if (octets.length == 4) {
      return "%d.%d.%d.%d"
          .formatted(octets[0] & 0xff, octets[1] & 0xff, octets[2] & 0xff, octets[3] & 0xff);
    }
    int groups = carriesV4(octets) ? 6 : 8;
    int zeros = 0;
    int longest = 1; // a single zero is not shortened (§4.2.2)
    for (int at = 0; at < groups; at++) {
      int run = zerosFrom(octets, at, groups);
      if (run > longest) {
        longest = run;
        zeros = at;
      }
    }
    var text = new StringBuilder(40);
    for (int at = 0; at < groups; at++) {
      if (longest > 1 && at == zeros) {
        text.append("::");
        at += longest - 1;
      } else {
        colon(text);
        text.append(Integer.toHexString(group(octets, at)));
      }
    }
    if (groups == 6) {
      colon(text);
      text.append(of(Arrays.copyOfRange(octets, 12, 16)));
    }
    return text.toString();
  }

  private static void colon(StringBuilder text) {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != ':') {
      text.append(':');
    }
  }

  /// Whether the last 32 bits are written as IPv4: IPv4-mapped addresses (RFC 5952 §5).
  private static boolean carriesV4(byte[] octets) {
    return zerosFrom(octets, 0, 5) == 5 && group(octets, 5) == 0xffff;
  }

  private static int zerosFrom(byte[] octets, int from, int end) {
    int at = from;
    while (at < end && group(octets, at) == 0) {
      at++;
    }
    return at - from;
  }

  private static int group(byte[] octets, int at) {
    return (octets[2 * at] & 0xff) << 8 | (octets[2 * at + 1] & 0xff);
  }
}
