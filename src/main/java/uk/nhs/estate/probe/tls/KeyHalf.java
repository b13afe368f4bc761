package uk.nhs.estate.probe.tls;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.XECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPublicKeySpec;
import java.util.Arrays;
import javax.crypto.KEM;
import javax.crypto.KeyAgreement;
import javax.crypto.interfaces.DHPublicKey;
import javax.crypto.spec.DHParameterSpec;
import javax.crypto.spec.DHPublicKeySpec;

/// Our half of agreeing on a secret.
interface KeyHalf {

  /// What we send.
  byte[] octets();

  /// How many octets the other side's half has; 0 when it may be of any length.
  int expected();

  /// The secret that follows from the other side's half.
  byte[] agree(byte[] theirs) throws GeneralSecurityException;

  /// X25519 or X448 (RFC 7748; RFC 8446 §4.2.8.2): numbers with the least significant octet first.
  record Montgomery(KeyPair keys, int expected) implements KeyHalf {
    static Montgomery create(NamedParameterSpec curve, int length) throws GeneralSecurityException {
      var generator = KeyPairGenerator.getInstance("XDH");
      generator.initialize(curve);
      return new Montgomery(generator.generateKeyPair(), length);
    }

    @Override
    public byte[] octets() {
      return reversed(unsigned(((XECPublicKey) keys.getPublic()).getU(), expected));
    }

    @Override
    public byte[] agree(byte[] theirs) throws GeneralSecurityException {
      var curve = ((XECPublicKey) keys.getPublic()).getParams();
      var octets = theirs.clone();
      if (expected == 32) {
        octets[31] &= 0x7f; // RFC 7748 §5
      }
      var u = new BigInteger(1, reversed(octets));
      var key = KeyFactory.getInstance("XDH").generatePublic(new XECPublicKeySpec(curve, u));
      return agreed("XDH", keys.getPrivate(), key);
    }
  }

  /// A curve of NIST's, with points not compressed (RFC 8422 §5.4.1).
  record Weierstrass(KeyPair keys, int length) implements KeyHalf {
    static Weierstrass create(String curve, int length) throws GeneralSecurityException {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(curve));
      return new Weierstrass(generator.generateKeyPair(), length);
    }

    @Override
    public byte[] octets() {
      var point = ((ECPublicKey) keys.getPublic()).getW();
      return Octets.join(
          new byte[] {4},
          unsigned(point.getAffineX(), length),
          unsigned(point.getAffineY(), length));
    }

    @Override
    public int expected() {
      return 1 + 2 * length;
    }

    @Override
    public byte[] agree(byte[] theirs) throws GeneralSecurityException {
      if (theirs[0] != 4) {
        throw new InvalidKeyException("a point in another form");
      }
      ECParameterSpec curve = ((ECPublicKey) keys.getPublic()).getParams();
      var point =
          new ECPoint(
              new BigInteger(1, Octets.part(theirs, 1, length)),
              new BigInteger(1, Octets.part(theirs, 1 + length, length)));
      var key = KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, curve));
      return agreed("ECDH", keys.getPrivate(), key);
    }
  }

  /// Diffie-Hellman with a prime.
  ///
  /// @param whole whether numbers are as long as the prime (RFC 8446 §4.2.8.1, §7.4.1), or without
  ///     zeros in front (RFC 5246 §8.1.2)
  record Modular(KeyPair keys, boolean whole) implements KeyHalf {
    /// One of RFC 7919.
    static Modular create(int bits, int lowest) throws GeneralSecurityException {
      return new Modular(keys(prime(bits, lowest), BigInteger.TWO), true);
    }

    /// With the server's prime and generator.
    static Modular create(BigInteger prime, BigInteger base) throws GeneralSecurityException {
      return new Modular(keys(prime, base), false);
    }

    private static KeyPair keys(BigInteger prime, BigInteger base) throws GeneralSecurityException {
      var generator = KeyPairGenerator.getInstance("DH");
      generator.initialize(new DHParameterSpec(prime, base));
      return generator.generateKeyPair();
    }

    /// The prime of so many bits (RFC 7919 §A): made of the digits of e, and of a number that is
    /// the lowest with which it is a safe prime.
    static BigInteger prime(int bits, int lowest) {
      int guard = 64;
      var term = BigInteger.ONE.shiftLeft(bits - 130 + guard);
      var e = BigInteger.ZERO;
      for (long k = 1; term.signum() > 0; k++) {
        e = e.add(term);
        term = term.divide(BigInteger.valueOf(k));
      }
      return BigInteger.ONE
          .shiftLeft(bits)
          .subtract(BigInteger.ONE.shiftLeft(bits - 64))
          .add(e.shiftRight(guard).add(BigInteger.valueOf(lowest)).shiftLeft(64))
          .subtract(BigInteger.ONE);
    }

    private DHPublicKey ours() {
      return (DHPublicKey) keys.getPublic();
    }

    private int length() {
      return (ours().getParams().getP().bitLength() + 7) / 8;
    }

    @Override
    public byte[] octets() {
      return unsigned(ours().getY(), length());
    }

    @Override
    public int expected() {
      return whole ? length() : 0;
    }

    @Override
    public byte[] agree(byte[] theirs) throws GeneralSecurityException {
      var group = ours().getParams();
      var key =
          KeyFactory.getInstance("DH")
              .generatePublic(
                  new DHPublicKeySpec(new BigInteger(1, theirs), group.getP(), group.getG()));
      var secret = agreed("DH", keys.getPrivate(), key);
      return whole ? secret : withoutZeros(secret);
    }

    private static byte[] withoutZeros(byte[] secret) {
      int from = 0;
      while (from < secret.length - 1 && secret[from] == 0) {
        from++;
      }
      return Octets.part(secret, from, secret.length - from);
    }
  }

  /// ML-KEM (FIPS 203): we send a key, the other side a secret under it.
  ///
  /// @param length how many octets our key has
  record Encapsulated(KeyPair keys, int length, int expected) implements KeyHalf {
    static Encapsulated create(NamedParameterSpec set, int length, int expected)
        throws GeneralSecurityException {
      var generator = KeyPairGenerator.getInstance("ML-KEM");
      generator.initialize(set);
      return new Encapsulated(generator.generateKeyPair(), length, expected);
    }

    /// It ends the encoded key (RFC 9935 §4).
    @Override
    public byte[] octets() {
      var encoded = keys.getPublic().getEncoded();
      return Octets.part(encoded, encoded.length - length, length);
    }

    @Override
    public byte[] agree(byte[] theirs) throws GeneralSecurityException {
      return KEM.getInstance("ML-KEM")
          .newDecapsulator(keys.getPrivate())
          .decapsulate(theirs)
          .getEncoded();
    }
  }

  /// Two ways side by side (draft-ietf-tls-ecdhe-mlkem §4): shares and secrets are joined.
  record Hybrid(KeyHalf first, KeyHalf second) implements KeyHalf {
    @Override
    public byte[] octets() {
      return Octets.join(first.octets(), second.octets());
    }

    @Override
    public int expected() {
      return first.expected() + second.expected();
    }

    @Override
    public byte[] agree(byte[] theirs) throws GeneralSecurityException {
      return Octets.join(
          first.agree(Octets.part(theirs, 0, first.expected())),
          second.agree(Octets.part(theirs, first.expected(), second.expected())));
    }
  }

  private static byte[] agreed(String algorithm, PrivateKey ours, PublicKey theirs)
      throws GeneralSecurityException {
    var agreement = KeyAgreement.getInstance(algorithm);
    agreement.init(ours);
    agreement.doPhase(theirs, true);
    return agreement.generateSecret();
  }

  /// A number in as many octets as are asked for.
  static byte[] unsigned(BigInteger number, int length) {
    var octets = number.toByteArray();
    return octets.length >= length
        ? Arrays.copyOfRange(octets, octets.length - length, octets.length)
        : Octets.join(new byte[length - octets.length], octets);
  }

  private static byte[] reversed(byte[] octets) {
    var reversed = new byte[octets.length];
    for (int at = 0; at < octets.length; at++) {
      reversed[at] = octets[octets.length - 1 - at];
    }
    return reversed;
  }
}
