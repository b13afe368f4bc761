package uk.nhs.estate.probe.dnssec;

import static java.util.stream.Collectors.joining;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import uk.nhs.estate.observation.Security.Reason;

/// Decides whether a zone's keys are those that its parent, or a trust anchor, vouches for
/// (RFC 4035 §5.2 and §5.3.2).
final class KeySet {
  /// More digests than any zone needs; each costs time to compare.
  private static final int MOST_DIGESTS = 64;

  private static final Set<Reason> NOT_BY_THEM =
      EnumSet.of(Reason.SIGNATURE_MISSING, Reason.SIGNATURE_WITHOUT_KEY);

  private final Name zone;

  /// DS or DNSKEY records, whose algorithms and digests are known here.
  private final List<? extends Record> vouchers;

  private final Instant now;
  private int left = MOST_DIGESTS;

  private KeySet(Name zone, List<? extends Record> vouchers, Instant now) {
    this.zone = zone;
    this.vouchers = vouchers;
    this.now = now;
  }

  /// The keys of a zone, by what vouches for them.
  ///
  /// @param given at least one DS or DNSKEY record
  static ZoneKeys judge(Name zone, List<? extends Record> given, Message answer, Instant now) {
    var known = given.stream().filter(KeySet::isKnown).toList();
    if (known.isEmpty()) { // RFC 4035 §5.2: as if there were no DS
      return new ZoneKeys.Insecure(
          zone,
          "%s uses algorithms or digests that are not supported here (%s)"
              .formatted(zone.toString(true), words(given)));
    }
    return new KeySet(zone, withoutWeak(known), now).judge(answer);
  }

  private ZoneKeys judge(Message answer) {
    var unreadable = Validation.unreadable(answer);
    if (unreadable.isPresent()) {
      return new ZoneKeys.Unreachable(zone, unreadable.get());
    }
    var set = SignedSet.find(answer, Section.ANSWER, zone, Type.DNSKEY);
    if (set.isEmpty()) {
      return bogus(
          Reason.KEYS_MISSING,
          "%s; DNSKEY of %s: none, %s"
              .formatted(words(vouchers), zone.toString(true), Rcode.string(answer.getRcode())));
    }
    var keys = set.get().records().stream().map(DNSKEYRecord.class::cast).toList();
    var vouchedFor = keys.stream().filter(Signatures::isUsable).filter(this::isVouchedFor).toList();
    if (vouchedFor.isEmpty()) {
      return bogus(
          Reason.DIGEST_WRONG,
          "%s; keys of %s: %s".formatted(words(vouchers), zone.toString(true), words(keys)));
    }
    return switch (new Signatures(zone, vouchedFor, now).verify(set.get())) {
      case Signatures.Valid _ -> new ZoneKeys.Trusted(zone, keys);
      case Signatures.Failed failed when NOT_BY_THEM.contains(failed.reason()) ->
          bogus(Reason.KEYS_NOT_SIGNED, failed.detail() + "; wanted by " + words(vouchedFor));
      case Signatures.Failed failed -> bogus(failed.reason(), failed.detail());
    };
  }

  private ZoneKeys.Bogus bogus(Reason reason, String detail) {
    return new ZoneKeys.Bogus(zone, reason, detail);
  }

  /// Whether a record can vouch for keys here.
  static boolean isKnown(Record voucher) {
    return switch (voucher) {
      case DSRecord ds ->
          SigningAlgorithm.of(ds.getAlgorithm()).isPresent() && !digestName(ds).isEmpty();
      case DNSKEYRecord key -> Signatures.isUsable(key);
      default -> false;
    };
  }

  /// Without SHA-1 digests where there is a better one (RFC 4509 §3, RFC 6605 §2).
  private static List<? extends Record> withoutWeak(List<? extends Record> vouchers) {
    var better = vouchers.stream().filter(voucher -> !isWeak(voucher)).toList();
    return better.isEmpty() ? vouchers : better;
  }

  private static boolean isWeak(Record voucher) {
    return voucher instanceof DSRecord ds && ds.getDigestID() == DNSSEC.Digest.SHA1;
  }

  private boolean isVouchedFor(DNSKEYRecord key) {
    return vouchers.stream()
        .anyMatch(
            voucher ->
                switch (voucher) {
                  case DSRecord ds -> isDigest(ds, key);
                  case DNSKEYRecord anchor ->
                      anchor.getAlgorithm() == key.getAlgorithm()
                          && MessageDigest.isEqual(anchor.getKey(), key.getKey());
                  default -> false;
                });
  }

  /// Whether a DS record is that of a key (RFC 4034 §5.1.4).
  private boolean isDigest(DSRecord ds, DNSKEYRecord key) {
    if (ds.getFootprint() != key.getFootprint()
        || ds.getAlgorithm() != key.getAlgorithm()
        || left == 0) {
      return false;
    }
    left--;
    return MessageDigest.isEqual(
        ds.getDigest(),
        SigningAlgorithm.digest(
            digestName(ds), zone.toWireCanonical(), key.rdataToWireCanonical()));
  }

  /// The digests that are known here; empty for others.
  private static String digestName(DSRecord ds) {
    return switch (ds.getDigestID()) {
      case DNSSEC.Digest.SHA1 -> "SHA-1";
      case DNSSEC.Digest.SHA256 -> "SHA-256";
      case DNSSEC.Digest.SHA384 -> "SHA-384";
      default -> "";
    };
  }

  private static String words(List<? extends Record> records) {
    return records.stream().limit(8).map(KeySet::words).collect(joining(", "))
        + (records.size() > 8 ? " and more" : "");
  }

  private static String words(Record record) {
    return switch (record) {
      case DSRecord ds ->
          "DS %d, algorithm %d, digest %d"
              .formatted(ds.getFootprint(), ds.getAlgorithm(), ds.getDigestID());
      case DNSKEYRecord key ->
          "DNSKEY %d, algorithm %d, flags %d"
              .formatted(key.getFootprint(), key.getAlgorithm(), key.getFlags());
      default -> Type.string(record.getType());
    };
  }
}
