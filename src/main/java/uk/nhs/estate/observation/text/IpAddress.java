package uk.nhs.estate.observation.text;

import java.util.Optional;

/// An IPv4 or IPv6 address, to reckon with.
///
/// @param isIpv6 what it is; an IPv4 address has its bits at the low end
/// @param high the first 64 bits of an IPv6 address
/// @param low the last 64 bits, or the 32 of an IPv4 address
public record IpAddress(boolean isIpv6, long high, long low) {
  private static final int GROUPS = 8;

  /// What an IPv4 address begins with when it is written as an IPv6 address (RFC 4291 §2.5.5.2).
  private static final long MAPPED = 0xFFFFL;

  /// Reads the text of an address: four decimal numbers without leading zeros (RFC 7208 §5.6), or
  /// the forms of RFC 4291 §2.2, the one that ends in an IPv4 address among them.
  public static Optional<IpAddress> parse(String text) {
    return text.indexOf(':') < 0 ? ipv4(text) : ipv6(text);
  }

  private static Optional<IpAddress> ipv4(String text) {
    long bits = 0;
    int at = 0;
    for (int part = 0; part < 4; part++) {
      int start = at;
      int number = 0;
      while (at < text.length() && at - start < 3 && isDigit(text.charAt(at))) {
        number = number * 10 + text.charAt(at++) - '0';
      }
      boolean ends = part == 3 ? at == text.length() : at < text.length() && text.charAt(at) == '.';
      boolean padded = at - start > 1 && text.charAt(start) == '0';
      if (at == start || number > 0xFF || padded || !ends) {
        return Optional.empty();
      }
      bits = bits << 8 | number;
      at++;
    }
    return Optional.of(new IpAddress(false, 0, bits));
  }

  private static Optional<IpAddress> ipv6(String text) {
    var groups = new int[GROUPS];
    int count = 0;
    int gap = -1;
    int at = 0;
    if (text.startsWith("::")) {
      gap = 0;
      at = 2;
    }
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && Character.digit(text.charAt(end), 16) >= 0) {
        end++;
      }
      if (end < text.length() && text.charAt(end) == '.') {
        var tail = ipv4(text.substring(at));
        if (tail.isEmpty() || count > GROUPS - 2) {
          return Optional.empty();
        }
        groups[count++] = (int) (tail.get().low >> 16);
        groups[count++] = (int) (tail.get().low & 0xFFFF);
        at = text.length();
        break;
      }
      if (end == at || end - at > 4 || count == GROUPS || !isAscii(text, at, end)) {
        return Optional.empty();
      }
      groups[count++] = Integer.parseInt(text, at, end, 16);
      at = end;
      if (at == text.length()) {
        break;
      }
      if (text.charAt(at) != ':' || at + 1 == text.length()) {
        return Optional.empty();
      }
      at++;
      if (text.charAt(at) == ':') {
        if (gap >= 0) {
          return Optional.empty();
        }
        gap = count;
        at++;
      }
    }
    if (gap < 0 ? count < GROUPS : count == GROUPS) {
      return Optional.empty();
    }
    return Optional.of(of(groups, count, gap));
  }

  private static IpAddress of(int[] groups, int count, int gap) {
    var bits = new long[2];
    for (int group = 0; group < count; group++) {
      int place = gap < 0 || group < gap ? group : group + GROUPS - count;
      bits[place / 4] |= (long) groups[group] << 16 * (3 - place % 4);
    }
    return new IpAddress(true, bits[0], bits[1]);
  }

  private static boolean isAscii(String text, int from, int to) {
    return text.substring(from, to).chars().allMatch(c -> c < 0x80);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// The IPv4 address that it stands for, when it is one written as an IPv6 address; else itself.
  public IpAddress unmapped() {
    return isIpv6 && high == 0 && low >>> 32 == MAPPED
        ? new IpAddress(false, 0, low & 0xFFFF_FFFFL)
        : this;
  }

  /// How many bits it has.
  public int bits() {
    return isIpv6 ? 128 : 32;
  }

  /// The address whose bits after the first so many are all zero.
  ///
  /// @param length from 0 to [#bits]
  public IpAddress cut(int length) {
    if (!isIpv6) {
      return new IpAddress(false, 0, low & mask(length + 32));
    }
    return new IpAddress(true, high & mask(Math.min(length, 64)), low & mask(length - 64));
  }

  private static long mask(int length) {
    return length <= 0 ? 0 : -1L << 64 - Math.min(length, 64);
  }

  /// The text that people read (RFC 5952).
  @Override
  public String toString() {
    if (!isIpv6) {
      return (low >> 24) + "." + (low >> 16 & 0xFF) + "." + (low >> 8 & 0xFF) + "." + (low & 0xFF);
    }
    int start = GROUPS;
    int longest = 1;
    for (int at = 0; at < GROUPS; at++) {
      int end = at;
      while (end < GROUPS && group(end) == 0) {
        end++;
      }
      if (end - at > longest) {
        start = at;
        longest = end - at;
      }
      at = Math.max(at, end - 1);
    }
    var text = new StringBuilder();
    for (int at = 0; at < GROUPS; at++) {
      if (at == start) {
        text.append("::");
        at += longest - 1;
      } else {
        text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":");
        text.append(Integer.toHexString(group(at)));
      }
    }
    return text.toString();
  }

  private int group(int at) {
    return (int) ((at < 4 ? high : low) >>> 16 * (3 - at % 4) & 0xFFFF);
  }

  /// Its bits as labels: four decimal numbers, or 32 hexadecimal digits (RFC 7208 §7.3).
  public String dotted() {
    if (!isIpv6) {
      return toString();
    }
    var text = new StringBuilder();
    for (int shift = 60; shift >= 0; shift -= 4) {
      text.append(Character.forDigit((int) (high >>> shift & 0xF), 16)).append('.');
    }
    for (int shift = 60; shift >= 0; shift -= 4) {
      text.append(Character.forDigit((int) (low >>> shift & 0xF), 16)).append('.');
    }
    text.setLength(text.length() - 1);
    return text.toString();
  }

  /// The name whose PTR records tell its names (RFC 1035 §3.5, RFC 3596 §2.5).
  public String reverseName() {
    var labels = dotted().split("\\.");
    var name = new StringBuilder();
    for (int at = labels.length - 1; at >= 0; at--) {
      name.append(labels[at]).append('.');
    }
    return name.append(isIpv6 ? "ip6.arpa" : "in-addr.arpa").toString();
  }
}
