package uk.nhs.estate.observation.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Octets that do not change, to be compared and shown.
public final class Octets {
  static final Octets NONE = new Octets(new byte[0]);

  private final byte[] value;

  /// Takes a copy.
  public Octets(byte[] value) {
    this(value, 0, value.length);
  }

  Octets(byte[] from, int start, int end) {
    this.value = Arrays.copyOfRange(from, start, end);
  }

  /// Text of one octet each; anything else is replaced.
  static Octets ofText(String text) {
    return new Octets(text.getBytes(ISO_8859_1));
  }

  /// A copy.
  public byte[] bytes() {
    return value.clone();
  }

  /// How many there are.
  public int size() {
    return value.length;
  }

  /// In lower-case hexadecimal digits.
  public String hex() {
    return HexFormat.of().formatHex(value);
  }

  /// Their digest, by an algorithm that every Java platform has.
  Octets digest(String algorithm) {
    try {
      return new Octets(MessageDigest.getInstance(algorithm).digest(value));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  int at(int index) {
    return value[index] & 0xff;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Octets octets && Arrays.equals(value, octets.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  @Override
  public String toString() {
    return hex();
  }
}
