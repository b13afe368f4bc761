package uk.nhs.estate.practice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSSEC.Algorithm;
import org.xbill.DNS.DNSSEC.Digest;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.NSEC3PARAMRecord;
import org.xbill.DNS.NSEC3Record;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.utils.base16;

/// How a [PracticeZone] is signed: by which key, from when until when, and what is wrong with it.
///
/// It holds its keys: two zones, or two states of one zone, that are signed by it have the same.
///
/// @param spare a key for those faults that need a second one
public record Signing(
    SigningKey key,
    SigningKey spare,
    Denial denial,
    Instant from,
    Instant until,
    Optional<SigningFault> fault) {

  /// Sound: P-256 (RFC 8624 §3.1) and NSEC, signed an hour ago for two weeks.
  public static Signing from(Instant now) {
    return by(SigningKey.p256(), now);
  }

  public static Signing ed25519(Instant now) {
    return by(SigningKey.ed25519(), now);
  }

  /// By RSA and an algorithm number of [Algorithm]: 5 and 7 are retired (RFC 8624 §3.1).
  public static Signing rsa(int algorithm, int bits, Instant now) {
    var signing = by(SigningKey.rsa(algorithm, bits), now);
    return algorithm == Algorithm.RSA_NSEC3_SHA1 ? signing.denial(Denial.Nsec3.plain()) : signing;
  }

  private static Signing by(SigningKey key, Instant now) {
    return new Signing(
        key,
        key,
        new Denial.Nsec(),
        now.minus(Duration.ofHours(1)),
        now.plus(Duration.ofDays(14)),
        Optional.empty());
  }

  public Signing valid(Instant since, Instant end) {
    return new Signing(key, spare, denial, since, end, fault);
  }

  public Signing denial(Denial by) {
    return new Signing(key, spare, by, from, until, fault);
  }

  public Signing spoilt(SigningFault by) {
    return new Signing(key, key.another(), denial, from, until, Optional.of(by));
  }

  /// Whether this is what is wrong with it.
  boolean has(SigningFault which) {
    return fault.filter(which::equals).isPresent();
  }

  /// What signing adds at the apex of a zone.
  List<Record> records(Name origin, long ttl) {
    var all = new ArrayList<Record>();
    all.add(key.record(origin, ttl));
    if (has(new SigningFault.KeysSignedByAnother())) {
      all.add(spare.record(origin, ttl));
    }
    if (denial instanceof Denial.Nsec3(int iterations, var salt, _)) {
      var octets = salt.isEmpty() ? new byte[0] : base16.fromString(salt);
      all.add(
          new NSEC3PARAMRecord(
              origin, DClass.IN, 0, NSEC3Record.SHA1_DIGEST_ID, 0, iterations, octets));
    }
    return all;
  }

  /// What the zone above publishes of the key (RFC 4509 §2).
  List<Record> ds(Name origin, long ttl) {
    if (has(new SigningFault.NoDs())) {
      return List.of();
    }
    var of = has(new SigningFault.DsForAnotherKey()) ? spare : key;
    var digest = has(new SigningFault.Sha1DsOnly()) ? Digest.SHA1 : Digest.SHA256;
    var ds = new DSRecord(origin, DClass.IN, ttl, digest, of.record(origin, ttl));
    if (!has(new SigningFault.DsWithWrongDigest())) {
      return List.of(ds);
    }
    var wrong = ds.getDigest().clone();
    wrong[0] ^= 1;
    return List.of(
        new DSRecord(origin, DClass.IN, ttl, ds.getFootprint(), ds.getAlgorithm(), digest, wrong));
  }
}
