package uk.nhs.estate.probe.tls;

import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The hash functions that versions and cipher suites of TLS build on.
enum Digest {
  /// MD5 and SHA-1 side by side: TLS 1.0 and 1.1 (RFC 2246 §5).
  MD5_SHA1(36, "MD5", "SHA-1"),
  SHA_256(32, "SHA-256", ""),
  SHA_384(48, "SHA-384", "");

  private final int length;
  private final String name;
  private final String beside;

  /// @param beside what stands beside it; empty for none
  Digest(int length, String name, String beside) {
    this.length = length;
    this.name = name;
    this.beside = beside;
  }

  /// How many octets a hash has.
  int length() {
    return length;
  }

  /// The hash of octets.
  byte[] of(byte[] octets) {
    try {
      var first = MessageDigest.getInstance(name).digest(octets);
      return beside.isEmpty()
          ? first
          : Octets.join(first, MessageDigest.getInstance(beside).digest(octets));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has these hashes", e);
    }
  }

  /// What octets are authenticated with (RFC 2104), by the name of its hash.
  static Mac mac(String hash, byte[] key) {
    try {
      var algorithm = "Hmac" + hash.replace("-", "");
      var mac = Mac.getInstance(algorithm);
      mac.init(keyed(key, algorithm));
      return mac;
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("Every Java platform has HMAC", e);
    }
  }

  /// HMAC over octets; not for [#MD5_SHA1], which is two.
  byte[] authenticate(byte[] key, byte[] octets) {
    return mac(name, key).doFinal(octets);
  }

  /// HKDF with this hash (RFC 5869), by the name of the Java platform.
  String hkdf() {
    return "HKDF-" + name.replace("-", "");
  }

  /// The pseudo-random function of TLS 1.0 to 1.2 (RFC 5246 §5, RFC 2246 §5).
  byte[] expand(byte[] secret, String label, byte[] seed, int wanted) {
    var labelled = Octets.join(Octets.ascii(label), seed);
    if (this != MD5_SHA1) {
      return expand(name, secret, labelled, wanted);
    }
    int half = (secret.length + 1) / 2;
    var first = expand(name, Octets.part(secret, 0, half), labelled, wanted);
    var second = expand(beside, Octets.part(secret, secret.length - half, half), labelled, wanted);
    return Octets.xor(first, second);
  }

  /// `P_hash`.
  private static byte[] expand(String hash, byte[] secret, byte[] seed, int wanted) {
    var mac = mac(hash, secret);
    var expanded = new byte[wanted];
    var a = seed;
    for (int done = 0; done < wanted; done += mac.getMacLength()) {
      a = mac.doFinal(a);
      mac.update(a);
      var next = mac.doFinal(seed);
      System.arraycopy(next, 0, expanded, done, Math.min(next.length, wanted - done));
    }
    return expanded;
  }

  /// A key of HMAC may be empty, which the Java platform's may not: it is the same as one of zeros.
  private static SecretKeySpec keyed(byte[] key, String algorithm) {
    return new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm);
  }
}
