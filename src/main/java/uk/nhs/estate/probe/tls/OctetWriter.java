package uk.nhs.estate.probe.tls;

import java.io.ByteArrayOutputStream;
import java.util.List;

/// Writes the presentation language of TLS (RFC 8446 §3): numbers, and vectors with their length
/// before them.
final class OctetWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);

  OctetWriter u8(int value) {
    out.write(value);
    return this;
  }

  OctetWriter u16(int value) {
    return u8(value >> 8).u8(value);
  }

  OctetWriter u24(int value) {
    return u8(value >> 16).u16(value);
  }

  OctetWriter octets(byte[] octets) {
    out.writeBytes(octets);
    return this;
  }

  /// With the length in one octet.
  OctetWriter vector8(byte[] octets) {
    return u8(octets.length).octets(octets);
  }

  /// With the length in two octets.
  OctetWriter vector16(byte[] octets) {
    return u16(octets.length).octets(octets);
  }

  /// With the length in three octets.
  OctetWriter vector24(byte[] octets) {
    return u24(octets.length).octets(octets);
  }

  /// Numbers of two octets.
  OctetWriter all16(List<Integer> values) {
    values.forEach(this::u16);
    return this;
  }

  byte[] written() {
    return out.toByteArray();
  }
}
