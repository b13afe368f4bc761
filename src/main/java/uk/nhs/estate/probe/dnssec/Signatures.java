package uk.nhs.estate.probe.dnssec;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.Type;
import uk.nhs.estate.observation.Security.Reason;

/// Verifies the signatures of one message against the keys of one zone (RFC 4035 §5.3), with
/// bounded work: many signatures, or many keys of one tag, cost no more (CVE-2023-50387).
final class Signatures {
  private static final int MOST_KEYS_OF_ONE_TAG = 4;
  private static final int MOST_OF_ONE_SET = 8;
  private static final int MOST_OF_ONE_MESSAGE = 64;

  /// The zone key bit (RFC 4034 §2.1.1) and the revoke bit (RFC 5011 §7).
  private static final int ZONE_KEY = 0x0100;

  private static final int REVOKED = 0x0080;
  private static final int PROTOCOL = 3;

  /// What became of a set.
  sealed interface Outcome {}

  /// One of its signatures is good.
  ///
  /// @param labels how many labels the signed name has; fewer than the set's name when a wildcard
  ///     made the set (RFC 4035 §5.3.4)
  record Valid(int labels) implements Outcome {}

  /// None of its signatures is good: what is wrong with the one that tells most.
  record Failed(Reason reason, String detail) implements Outcome {}

  private final Name zone;
  private final Map<Integer, List<DNSKEYRecord>> keysByTag;
  private final Instant now;
  private int left = MOST_OF_ONE_MESSAGE;

  Signatures(Name zone, List<DNSKEYRecord> keys, Instant now) {
    this.zone = zone;
    this.keysByTag =
        keys.stream().filter(Signatures::isUsable).collect(groupingBy(DNSKEYRecord::getFootprint));
    this.now = now;
  }

  /// Whether a key may verify records of its zone, with an algorithm that is known here.
  static boolean isUsable(DNSKEYRecord key) {
    return (key.getFlags() & ZONE_KEY) != 0
        && (key.getFlags() & REVOKED) == 0
        && key.getProtocol() == PROTOCOL
        && SigningAlgorithm.of(key.getAlgorithm()).isPresent();
  }

  /// Verifies a set.
  Outcome verify(SignedSet set) {
    if (set.type() == Type.DS && set.name().equals(zone)) {
      return new Failed(Reason.SIGNATURE_WITHOUT_KEY, subject(set) + ": only the parent signs it");
    }
    @Nullable List<byte[]> data = null;
    @Nullable Reason reason = null;
    @Nullable RRSIGRecord telling = null;
    int tries = MOST_OF_ONE_SET;
    for (var rrsig : set.signatures()) {
      var fault = fault(rrsig, set);
      if (fault == null) {
        for (var key : keys(rrsig)) {
          if (tries == 0 || left == 0) {
            return new Failed(
                Reason.SIGNATURE_WRONG, subject(set) + ": none of the many signatures tried fits");
          }
          tries--;
          left--;
          data = data == null ? set.canonicalData() : data;
          if (isBy(key, rrsig, set.signedOctets(rrsig, data))) {
            return new Valid(rrsig.getLabels());
          }
        }
        fault = Reason.SIGNATURE_WRONG;
      }
      if (reason == null || fault.compareTo(reason) < 0) {
        reason = fault;
        telling = rrsig;
      }
    }
    return reason == null || telling == null
        ? new Failed(Reason.SIGNATURE_MISSING, subject(set))
        : new Failed(reason, subject(set) + ": " + words(telling));
  }

  /// What is wrong with a signature before its octets are looked at.
  private @Nullable Reason fault(RRSIGRecord rrsig, SignedSet set) {
    if (!rrsig.getSigner().equals(zone) || keys(rrsig).isEmpty()) {
      return Reason.SIGNATURE_WITHOUT_KEY;
    }
    if (rrsig.getLabels() > SignedSet.labels(set.name())
        || rrsig.getLabels() < SignedSet.labels(zone)) {
      return Reason.SIGNATURE_WRONG;
    }
    if (isAfter(now, rrsig.getExpire())) {
      return Reason.SIGNATURE_EXPIRED;
    }
    return isAfter(rrsig.getTimeSigned(), now) ? Reason.SIGNATURE_NOT_YET_VALID : null;
  }

  private List<DNSKEYRecord> keys(RRSIGRecord rrsig) {
    return keysByTag.getOrDefault(rrsig.getFootprint(), List.of()).stream()
        .filter(key -> key.getAlgorithm() == rrsig.getAlgorithm())
        .limit(MOST_KEYS_OF_ONE_TAG)
        .toList();
  }

  private static boolean isBy(DNSKEYRecord key, RRSIGRecord rrsig, byte[] signed) {
    return SigningAlgorithm.of(key.getAlgorithm()).stream()
        .anyMatch(algorithm -> algorithm.verifies(key.getKey(), signed, rrsig.getSignature()));
  }

  /// Whether a moment is after another, both in seconds of 32 bits that run round (RFC 1982 §3.2,
  /// RFC 4034 §3.1.5).
  private static boolean isAfter(Instant moment, Instant other) {
    return (int) (moment.getEpochSecond() - other.getEpochSecond()) > 0;
  }

  /// A set in a message to people.
  static String subject(SignedSet set) {
    return set.name().toString(true) + " " + Type.string(set.type());
  }

  private static String words(RRSIGRecord rrsig) {
    return "signed by %s, algorithm %d, key tag %d, from %s to %s"
        .formatted(
            rrsig.getSigner().toString(true),
            rrsig.getAlgorithm(),
            rrsig.getFootprint(),
            rrsig.getTimeSigned(),
            rrsig.getExpire());
  }
}
