package uk.nhs.estate.observation.text;

import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;

/// A public key of a zone: a DNSKEY record's data (RFC 4034 §2).
///
/// @param key in base64, without spaces
public record DnskeyData(int flags, int protocol, int algorithm, String key) {

  private static final int RSAMD5 = 1;

  /// Reads the data in presentation format (§2.2); empty when it is not in it.
  public static Optional<DnskeyData> parse(String rdata) {
    var fields = new Fields(rdata, 4);
    long flags = fields.number(0, 16);
    long protocol = fields.number(1, 8);
    long algorithm = fields.number(2, 8);
    var key = fields.joined(3);
    return flags < 0 || protocol < 0 || algorithm < 0 || !isBase64(key)
        ? Optional.empty()
        : Optional.of(new DnskeyData((int) flags, (int) protocol, (int) algorithm, key));
  }

  private static boolean isBase64(String key) {
    try {
      return key.length() % 4 == 0 && Base64.getDecoder().decode(key).length <= 0xFFFF - 4;
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  /// Whether it may sign the zone (§2.1.1), which a revoked key may not (RFC 5011 §2.1).
  public boolean isZoneKey() {
    return (flags & 0x100) != 0 && (flags & 0x80) == 0;
  }

  /// Whether it is meant to sign the other keys (§2.1.1).
  public boolean isEntryPoint() {
    return (flags & 1) != 0;
  }

  /// The number that DS and RRSIG records call it by (appendix B).
  public int keyTag() {
    var wire = wire();
    if (algorithm == RSAMD5) {
      return wire.length < 4 + 3
          ? 0
          : ((wire[wire.length - 3] & 0xFF) << 8) | (wire[wire.length - 2] & 0xFF);
    }
    long sum = 0;
    for (int at = 0; at < wire.length; at++) {
      sum += at % 2 == 0 ? (wire[at] & 0xFF) << 8 : wire[at] & 0xFF;
    }
    sum += (sum >> 16) & 0xFFFF;
    return (int) (sum & 0xFFFF);
  }

  /// How many bits the modulus of an RSA key has (RFC 3110 §2); none for another key, or when it
  /// cannot be read.
  public OptionalInt modulusBits() {
    var octets = Base64.getDecoder().decode(key);
    if (!isRsa() || octets.length < 3) {
      return OptionalInt.empty();
    }
    int start =
        octets[0] == 0
            ? 3 + (((octets[1] & 0xFF) << 8) | (octets[2] & 0xFF))
            : 1 + (octets[0] & 0xFF);
    while (start < octets.length && octets[start] == 0) {
      start++;
    }
    return start < octets.length
        ? OptionalInt.of(
            (octets.length - start) * 8 - Integer.numberOfLeadingZeros(octets[start] & 0xFF) + 24)
        : OptionalInt.empty();
  }

  /// Whether it is an RSA key (RFC 3110 §2, RFC 5155 §2, RFC 5702 §2).
  public boolean isRsa() {
    return switch (algorithm) {
      case RSAMD5, 5, 7, 8, 10 -> true;
      default -> false;
    };
  }

  /// The data as it goes over the wire (§2.1).
  byte[] wire() {
    var octets = Base64.getDecoder().decode(key);
    var wire = new byte[4 + octets.length];
    wire[0] = (byte) (flags >> 8);
    wire[1] = (byte) flags;
    wire[2] = (byte) protocol;
    wire[3] = (byte) algorithm;
    System.arraycopy(octets, 0, wire, 4, octets.length);
    return wire;
  }
}
