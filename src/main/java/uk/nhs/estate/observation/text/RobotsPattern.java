package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;

/// The pattern of a path in `robots.txt`: compared octet by octet from the first one, where `*`
/// stands for any octets and `$` at the end for the end (RFC 9309 §2.2.2, §2.2.3).
///
/// @param parts what stands between the wildcards, in the form that is compared
/// @param ends whether nothing may follow
record RobotsPattern(List<String> parts, boolean ends) {
  private static final String HEXADECIMAL = "0123456789ABCDEF";

  RobotsPattern {
    parts = List.copyOf(parts);
  }

  /// @param text as it stands in the file, its octets as characters
  static RobotsPattern of(String text) {
    boolean ends = text.endsWith("$");
    var compared = comparable(ends ? text.substring(0, text.length() - 1) : text, true);
    var parts = new ArrayList<String>();
    int start = 0;
    for (int star = compared.indexOf('*'); star >= 0; star = compared.indexOf('*', start)) {
      if (parts.isEmpty() || star > start) { // two wildcards in a row are one
        parts.add(compared.substring(start, star));
      }
      start = star + 1;
    }
    parts.add(compared.substring(start));
    return new RobotsPattern(parts, ends);
  }

  /// How long it is: the longest that matches counts.
  int octets() {
    return parts.stream().mapToInt(String::length).sum() + parts.size() - 1 + (ends ? 1 : 0);
  }

  /// Whether it matches from the first octet.
  ///
  /// @param path as [#comparable] has it
  boolean matches(String path) {
    var first = parts.getFirst();
    if (!path.startsWith(first)) {
      return false;
    }
    int at = first.length();
    int last = parts.size() - 1;
    for (int part = 1; part <= last; part++) {
      if (part == last && ends) {
        var end = parts.get(last);
        return path.length() - end.length() >= at && path.endsWith(end);
      }
      int found = find(parts.get(part), path, at);
      if (found < 0) {
        return false;
      }
      at = found + parts.get(part).length();
    }
    return !ends || at == path.length();
  }

  /// A path as it is compared: octets outside ASCII are percent-encoded, unreserved ones are not,
  /// and digits of encoded ones are capitals. In the query the delimiters of RFC 3986 mean nothing
  /// of their own, and are the same encoded or not.
  ///
  /// @param isPattern whether `*` is a wildcard, not an octet
  static String comparable(String text, boolean isPattern) {
    var compared = new StringBuilder(text.length() + 16);
    boolean inQuery = false;
    var octets = isPattern ? text.getBytes(ISO_8859_1) : text.getBytes(UTF_8);
    for (int at = 0; at < octets.length; at++) {
      int octet = octets[at] & 0xff;
      boolean encoded = false;
      if (octet == '%' && at + 2 < octets.length) {
        int high = Character.digit(octets[at + 1], 16);
        int low = Character.digit(octets[at + 2], 16);
        if (high >= 0 && low >= 0) {
          octet = high << 4 | low;
          encoded = true;
          at += 2;
        }
      }
      if (encoded ? isTheSame(octet, inQuery) : isPlain(octet, isPattern)) {
        compared.append((char) octet);
      } else {
        compared.append('%').append(HEXADECIMAL.charAt(octet >> 4));
        compared.append(HEXADECIMAL.charAt(octet & 0xf));
      }
      inQuery |= octet == '?' && !encoded;
    }
    return compared.toString();
  }

  /// Whether an octet means the same encoded or not.
  private static boolean isTheSame(int octet, boolean inQuery) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= '0' && octet <= '9')
        || "-._~".indexOf(octet) >= 0
        || (inQuery && ":/?[]@".indexOf(octet) >= 0);
  }

  /// Whether an octet stands for itself. `*` and `$` are encoded where they are octets (§2.2.3).
  private static boolean isPlain(int octet, boolean isPattern) {
    return octet > ' ' && octet < 0x7f && octet != '$' && (octet != '*' || isPattern);
  }

  /// Where a part first stands in a path: by Knuth, Morris and Pratt, as no file may make a
  /// comparison long.
  private static int find(String part, String path, int from) {
    if (part.isEmpty()) {
      return from;
    }
    if (part.length() > path.length() - from) {
      return -1;
    }
    var borders = new int[part.length()];
    for (int at = 1, same = 0; at < part.length(); at++) {
      while (same > 0 && part.charAt(at) != part.charAt(same)) {
        same = borders[same - 1];
      }
      same += part.charAt(at) == part.charAt(same) ? 1 : 0;
      borders[at] = same;
    }
    for (int at = from, same = 0; at < path.length(); at++) {
      while (same > 0 && path.charAt(at) != part.charAt(same)) {
        same = borders[same - 1];
      }
      same += path.charAt(at) == part.charAt(same) ? 1 : 0;
      if (same == part.length()) {
        return at - same + 1;
      }
    }
    return -1;
  }
}
