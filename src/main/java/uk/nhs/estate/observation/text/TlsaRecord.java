package uk.nhs.estate.observation.text;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which certificate a server shows: one TLSA record (RFC 6698 §2).
///
/// @param usage how a certificate must match: 2 (DANE-TA) and 3 (DANE-EE) without the authorities
///     that browsers trust, 0 and 1 with them (§2.1.1, RFC 7218 §2.1)
/// @param selector what of the certificate: 0 all of it, 1 its public key (§2.1.2)
/// @param matching how it is given: 0 whole, 1 by SHA-256, 2 by SHA-512 (§2.1.3)
/// @param association in hexadecimal digits, upper case
public record TlsaRecord(int usage, int selector, int matching, String association) {

  private static final Pattern HEX = Pattern.compile("([0-9A-Fa-f]{2})+");
  private static final int DANE_TA = 2;
  private static final int DANE_EE = 3;
  private static final int WHOLE = 0;

  /// Reads the data in presentation format (§2.2). Each number may be one that no standard has
  /// given a meaning to.
  public static Reading<TlsaRecord> parse(String rdata) {
    var fields = new Fields(rdata, 4);
    long usage = fields.number(0, 8);
    long selector = fields.number(1, 8);
    long matching = fields.number(2, 8);
    if (usage < 0 || selector < 0 || matching < 0) {
      return new Reading.Invalid<>("it does not begin with three numbers up to 255");
    }
    var association = fields.joined(3);
    return HEX.matcher(association).matches()
        ? new Reading.Valid<>(
            new TlsaRecord(
                (int) usage, (int) selector, (int) matching, association.toUpperCase(Locale.ROOT)))
        : new Reading.Invalid<>("its data is not in hexadecimal digits");
  }

  /// Why senders of mail cannot use it (RFC 7672 §3.1, RFC 7671 §4); empty when they can.
  public Optional<String> whyUnusable() {
    if (usage < DANE_TA) {
      return Optional.of(
          "usage " + usage + " asks for an authority that browsers trust, which senders do not do");
    }
    if (usage > DANE_EE) {
      return Optional.of("nobody knows usage " + usage);
    }
    if (selector > 1) {
      return Optional.of("nobody knows selector " + selector);
    }
    return switch (matching) {
      case WHOLE -> Optional.empty();
      case 1 -> length(32);
      case 2 -> length(64);
      default -> Optional.of("nobody knows matching type " + matching);
    };
  }

  private Optional<String> length(int octets) {
    return association.length() == 2 * octets
        ? Optional.empty()
        : Optional.of(
            "a digest of matching type %d has %d bytes, not %d"
                .formatted(matching, octets, association.length() / 2));
  }

  /// Whether it is about an authority that signs the server's certificate, not about that itself.
  public boolean isOfAnAuthority() {
    return usage == DANE_TA;
  }

  /// Whether it gives all of what must match, so that this need not be sent by the server.
  public boolean isWhole() {
    return matching == WHOLE;
  }

  /// The record that names the key of a certificate by SHA-256, the one that is to be preferred
  /// (RFC 7671 §5.1, §5.2).
  public static TlsaRecord ofKey(int usage, X509Certificate certificate) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(certificate.getPublicKey().getEncoded());
      return new TlsaRecord(usage, 1, 1, HexFormat.of().withUpperCase().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /// Whether a certificate is the one that it is about (§2.1.2, §2.1.3).
  public boolean fits(X509Certificate certificate) {
    try {
      var selected =
          selector == 0 ? certificate.getEncoded() : certificate.getPublicKey().getEncoded();
      var presented =
          switch (matching) {
            case WHOLE -> selected;
            case 1 -> MessageDigest.getInstance("SHA-256").digest(selected);
            case 2 -> MessageDigest.getInstance("SHA-512").digest(selected);
            default -> new byte[0];
          };
      return selector <= 1
          && HexFormat.of().withUpperCase().formatHex(presented).equals(association);
    } catch (CertificateEncodingException _) {
      return false;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256 and SHA-512", e);
    }
  }

  /// The record as people write it, a long one cut.
  @Override
  public String toString() {
    var data = association.length() > 16 ? association.substring(0, 16) + "…" : association;
    return usage + " " + selector + " " + matching + " " + data;
  }
}
