package uk.nhs.estate.observation.certificate;

import org.jspecify.annotations.Nullable;

/// Which key of the issuer signed it (RFC 5280 §4.2.1.1).
///
/// @param identifier as in the issuer's subject key identifier; none when it is not said
/// @param namesIssuer whether it names who issued the issuer's certificate
/// @param namesSerial whether it names the serial number of the issuer's certificate
public record AuthorityKey(@Nullable Octets identifier, boolean namesIssuer, boolean namesSerial) {

  static AuthorityKey read(Der value) throws MalformedException {
    Octets identifier = null;
    boolean issuer = false;
    boolean serial = false;
    for (var part : value.sequence()) {
      switch (part.mark()) {
        case 0 -> identifier = part.value();
        case 1 -> issuer = true;
        case 2 -> serial = true;
        default -> throw new MalformedException("it has a part that is not known");
      }
    }
    return new AuthorityKey(identifier, issuer, serial);
  }
}
