package uk.nhs.estate.observation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// A large part of what was sent, such as a certificate or a page, that many observations share:
/// the store keeps it once, by its hash.
public final class Part {
  private final byte[] bytes;
  private final String hash;

  /// Takes a copy of the bytes.
  public Part(byte[] bytes) {
    this.bytes = bytes.clone();
    this.hash = HexFormat.of().formatHex(sha256().digest(this.bytes));
  }

  /// A copy of the bytes as they were sent.
  public byte[] bytes() {
    return bytes.clone();
  }

  /// A copy of the first bytes, so many at the most.
  public byte[] beginning(int most) {
    return Arrays.copyOf(bytes, Math.min(most, bytes.length));
  }

  /// The bytes as text in UTF-8; what is none is replaced.
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /// SHA-256 of the bytes, in lower-case hexadecimal digits.
  public String hash() {
    return hash;
  }

  /// How many bytes.
  public int size() {
    return bytes.length;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Part part && Arrays.equals(bytes, part.bytes);
  }

  @Override
  public int hashCode() {
    return hash.hashCode();
  }

  @Override
  public String toString() {
    return "Part[" + hash + ", " + bytes.length + " bytes]";
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
