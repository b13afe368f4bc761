package uk.nhs.estate.probe.tls;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Takes octets apart and puts them together.
final class Octets {
  private Octets() {}

  static byte[] join(byte[]... parts) {
    int length = 0;
    for (var part : parts) {
      length += part.length;
    }
    var joined = new byte[length];
    int at = 0;
    for (var part : parts) {
      System.arraycopy(part, 0, joined, at, part.length);
      at += part.length;
    }
    return joined;
  }

  static byte[] part(byte[] octets, int from, int length) {
    return Arrays.copyOfRange(octets, from, from + length);
  }

  static byte[] xor(byte[] one, byte[] other) {
    var result = one.clone();
    for (int at = 0; at < result.length; at++) {
      result[at] ^= other[at];
    }
    return result;
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// A number in as many octets as are asked for, the most significant first.
  static byte[] number(long value, int length) {
    var octets = new byte[length];
    for (int at = 0; at < Math.min(length, Long.BYTES); at++) {
      octets[length - 1 - at] = (byte) (value >>> (8 * at));
    }
    return octets;
  }
}
