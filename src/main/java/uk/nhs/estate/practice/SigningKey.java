package uk.nhs.estate.practice;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DNSSEC.Algorithm;
import org.xbill.DNS.DNSSEC.DNSSECException;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.RRset;

/// A key that signs all of a zone, the key set included.
///
/// @param algorithm by its number at IANA, as in [Algorithm]
record SigningKey(int algorithm, KeyPair pair) {

  private static final int ZONE_AND_ENTRY_POINT = 0x0101; // RFC 4034 §2.1.1

  static SigningKey p256() {
    return make(Algorithm.ECDSAP256SHA256, "EC", 256);
  }

  static SigningKey ed25519() {
    return make(Algorithm.ED25519, "Ed25519", 255);
  }

  static SigningKey rsa(int algorithm, int bits) {
    return make(algorithm, "RSA", bits);
  }

  /// Another key of the same kind.
  SigningKey another() {
    return switch (pair.getPublic()) {
      case java.security.interfaces.RSAPublicKey rsa ->
          rsa(algorithm, rsa.getModulus().bitLength());
      case java.security.interfaces.ECPublicKey _ -> p256();
      default -> ed25519();
    };
  }

  private static SigningKey make(int algorithm, String family, int bits) {
    try {
      var keys = KeyPairGenerator.getInstance(family);
      if (family.equals("EC")) {
        keys.initialize(new ECGenParameterSpec("secp256r1"));
      } else {
        keys.initialize(bits);
      }
      return new SigningKey(algorithm, keys.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK makes " + family + " keys", e);
    }
  }

  DNSKEYRecord record(Name owner, long ttl) {
    try {
      return new DNSKEYRecord(
          owner, DClass.IN, ttl, ZONE_AND_ENTRY_POINT, 3, algorithm, pair.getPublic());
    } catch (DNSSECException e) {
      throw new IllegalStateException("a key of ours cannot be written", e);
    }
  }

  RRSIGRecord sign(RRset set, Name zone, Instant from, Instant until) {
    try {
      return DNSSEC.sign(set, record(zone, set.getTTL()), pair.getPrivate(), from, until);
    } catch (DNSSECException e) {
      throw new IllegalStateException("a set of ours cannot be signed", e);
    }
  }
}
