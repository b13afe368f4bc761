package uk.nhs.estate.observation.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which key of a zone its parent vouches for: a DS record's data (RFC 4034 §5).
///
/// @param keyTag of the key
/// @param algorithm of the key
/// @param digestType how the digest is made: 1 for SHA-1, 2 for SHA-256, 4 for SHA-384
/// @param digest in hexadecimal digits, upper case
public record DsData(int keyTag, int algorithm, int digestType, String digest) {

  private static final Pattern HEX = Pattern.compile("([0-9A-Fa-f]{2}){1,512}");

  /// Reads the data in presentation format (§5.3); empty when it is not in it.
  public static Optional<DsData> parse(String rdata) {
    var fields = new Fields(rdata, 4);
    long tag = fields.number(0, 16);
    long algorithm = fields.number(1, 8);
    long digestType = fields.number(2, 8);
    var digest = fields.joined(3);
    return tag < 0 || algorithm < 0 || digestType < 0 || !HEX.matcher(digest).matches()
        ? Optional.empty()
        : Optional.of(
            new DsData(
                (int) tag, (int) algorithm, (int) digestType, digest.toUpperCase(Locale.ROOT)));
  }

  /// Whether it is the digest of a key (§5.1.4, §5.2). Of a digest type that Java does not know,
  /// key tag and algorithm must do.
  ///
  /// @param zone the name of the key's zone
  public boolean fits(String zone, DnskeyData key) {
    return key.isZoneKey()
        && key.algorithm() == algorithm
        && key.keyTag() == keyTag
        && digest(zone, key).map(digest::equals).orElse(true);
  }

  private Optional<String> digest(String zone, DnskeyData key) {
    var java =
        switch (digestType) {
          case 1 -> "SHA-1";
          case 2 -> "SHA-256";
          case 4 -> "SHA-384";
          default -> "";
        };
    if (java.isEmpty()) {
      return Optional.empty();
    }
    try {
      var digest = MessageDigest.getInstance(java);
      digest.update(wire(zone));
      digest.update(key.wire());
      return Optional.of(HexFormat.of().withUpperCase().formatHex(digest.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has " + java, e);
    }
  }

  /// The name in canonical form (RFC 4034 §6.2).
  private static byte[] wire(String zone) {
    var wire = new ByteArrayOutputStream();
    for (var label : zone.toLowerCase(Locale.ROOT).split("\\.")) {
      var octets = label.getBytes(StandardCharsets.ISO_8859_1);
      wire.write(octets.length);
      wire.writeBytes(octets);
    }
    wire.write(0);
    return wire.toByteArray();
  }
}
