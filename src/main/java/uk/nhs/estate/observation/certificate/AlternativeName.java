package uk.nhs.estate.observation.certificate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.text.IpAddress;

/// A name that a certificate is for, or a part of the space of names that one is limited to (RFC
/// 5280 §4.2.1.6).
///
/// @param value the octets inside: text for DNS names, mail addresses and URIs, 4 or 16 for
///     addresses, a distinguished name or whatever else as it was encoded
/// @param directory the distinguished name that it is; none for other forms, or if it is none
public record AlternativeName(Kind kind, Octets value, @Nullable DistinguishedName directory) {

  AlternativeName(Kind kind, Octets value) {
    this(kind, value, null);
  }

  /// The forms of names, in the order of their numbers.
  public enum Kind {
    OTHER("other name"),
    EMAIL("mail address"),
    DNS("DNS name"),
    X400("X.400 address"),
    DIRECTORY("distinguished name"),
    EDI_PARTY("EDI party name"),
    URI("URI"),
    IP("IP address"),
    REGISTERED_ID("registered identifier");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /// What it is called in a sentence.
    public String words() {
      return words;
    }
  }

  static AlternativeName read(Der name) throws MalformedException {
    if (name.mark() < 0 || name.mark() >= Kind.values().length) {
      throw new MalformedException("a name is of no form that there is");
    }
    var kind = Kind.values()[name.mark()];
    if (kind != Kind.DIRECTORY) {
      return new AlternativeName(kind, name.value());
    }
    var inside = name.only();
    try {
      return of(DistinguishedName.read(inside));
    } catch (MalformedException _) {
      return new AlternativeName(Kind.DIRECTORY, inside.whole());
    }
  }

  static AlternativeName of(DistinguishedName name) {
    return new AlternativeName(Kind.DIRECTORY, name.der(), name);
  }

  /// As people read it.
  public String text() {
    return switch (kind) {
      case EMAIL, DNS, URI -> Shown.text(ascii(), 300);
      case IP -> address();
      case DIRECTORY -> directory == null ? Shown.text(value.hex(), 100) : directory.toString();
      case OTHER, X400, EDI_PARTY, REGISTERED_ID -> Shown.text(value.hex(), 100);
    };
  }

  /// The octets as text, one character each.
  String ascii() {
    return new String(value.bytes(), ISO_8859_1);
  }

  private String address() {
    var octets = value.bytes();
    return switch (octets.length) {
      case 4, 16 -> address(octets, 0, octets.length).toString();
      case 8, 32 ->
          address(octets, 0, octets.length / 2)
              + "/"
              + address(octets, octets.length / 2, octets.length);
      default -> value.hex();
    };
  }

  private static IpAddress address(byte[] octets, int start, int end) {
    var bits = new BigInteger(1, octets, start, end - start);
    return new IpAddress(end - start == 16, bits.shiftRight(64).longValue(), bits.longValue());
  }
}
