package uk.nhs.estate.probe.tls;

import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.tls.CipherSuite;

/// A ServerKeyExchange: what a server sends to agree on a key up to TLS 1.2.
///
/// @param group the named group; none for a prime or a curve that is spelt out
/// @param prime of Diffie-Hellman; none for a curve
/// @param generator of Diffie-Hellman; none for a curve
/// @param publicValue what should be new every time
/// @param scheme how it is signed, from TLS 1.2 on; none when it is not or does not say
record KeyExchange(
    @Nullable Integer group,
    @Nullable Part prime,
    @Nullable Part generator,
    Part publicValue,
    @Nullable Integer scheme) {

  private static final int NAMED_CURVE = 3;

  /// What a ServerKeyExchange holds, by the cipher suite.
  enum Kind {
    /// A point on a curve (RFC 8422 §5.4).
    CURVE,
    /// A prime, a generator and a public value (RFC 5246 §7.4.3).
    PRIME,
    /// A hint at a pre-shared key, then a point (RFC 5489 §2).
    HINT_CURVE,
    /// A hint at a pre-shared key, then a prime and so on (RFC 4279 §3).
    HINT_PRIME,
    /// Something that is not read.
    OTHER
  }

  /// What the ServerKeyExchange of a suite holds.
  static Kind kind(int version, int suite) {
    return switch (CipherSuite.of(version, suite).keyExchange()) {
      case ECDHE -> Kind.CURVE;
      case DHE -> Kind.PRIME;
      case ECDHE_PSK -> Kind.HINT_CURVE;
      case DHE_PSK -> Kind.HINT_PRIME;
      case NULL,
          RSA,
          DH,
          ECDH,
          PSK,
          RSA_PSK,
          KRB5,
          SRP,
          ECCPWD,
          GOST,
          CECPQ1,
          FORTEZZA,
          ANY,
          UNKNOWN ->
          Kind.OTHER;
    };
  }

  /// @param saysScheme whether the signature is headed by its scheme: from TLS 1.2 on
  /// @return none when the kind is not read
  static @Nullable KeyExchange read(byte[] body, Kind kind, boolean saysScheme) throws Malformed {
    var in = new OctetReader(body);
    return switch (kind) {
      case CURVE -> curve(in, saysScheme);
      case PRIME -> prime(in, saysScheme);
      case HINT_CURVE -> {
        in.vector16();
        yield curve(in, saysScheme);
      }
      case HINT_PRIME -> {
        in.vector16();
        yield prime(in, saysScheme);
      }
      case OTHER -> null;
    };
  }

  private static KeyExchange curve(OctetReader in, boolean saysScheme) throws Malformed {
    int type = in.u8();
    if (type != NAMED_CURVE) {
      throw new Malformed("a curve of type %d, which no client offers".formatted(type));
    }
    int group = in.u16();
    var point = new Part(in.vector8());
    return new KeyExchange(group, null, null, point, scheme(in, saysScheme));
  }

  private static KeyExchange prime(OctetReader in, boolean saysScheme) throws Malformed {
    var prime = new Part(in.vector16());
    var generator = new Part(in.vector16());
    var publicValue = new Part(in.vector16());
    return new KeyExchange(null, prime, generator, publicValue, scheme(in, saysScheme));
  }

  /// An anonymous exchange ends here.
  private static @Nullable Integer scheme(OctetReader in, boolean saysScheme) throws Malformed {
    return saysScheme && !in.isAtEnd() ? Integer.valueOf(in.u16()) : null;
  }
}
