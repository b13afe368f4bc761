package uk.nhs.estate.probe.dnssec;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Security;

/// Validates answers of one server, step by step down the chain of trust: read this first.
///
/// Begin with [#keysByAnchor] at the root; then for each zone cut [#ds] of the parent's message and
/// [#keys] of the child's; then [#answer]. The same message with the same keys at the same time
/// always gets the same verdict, so servers can be compared.
///
/// The work is bounded whatever a message holds: so many signatures of a set and a message, keys of
/// one tag, digests, and rounds of NSEC3.
public final class Validation {
  private Validation() {}

  /// What a parent's referral, or its answer to a question for DS, says of a child's DS records.
  ///
  /// @param child a name below the parent
  public static DsProof ds(
      Message referralOrDsAnswer, Name child, ZoneKeys.Trusted parent, Instant now) {
    requireBelow(child, parent.zone());
    return child.equals(parent.zone()) || unreadable(referralOrDsAnswer).isPresent()
        ? new DsProof.NotThere()
        : new Inspection(referralOrDsAnswer, parent, now).ds(child);
  }

  /// A zone's keys, by its verified DS records.
  ///
  /// @param dnskeyAnswer the zone's own answer to the question for its DNSKEY records
  public static ZoneKeys keys(Name zone, List<DSRecord> ds, Message dnskeyAnswer, Instant now) {
    return ds.isEmpty()
        ? new ZoneKeys.Insecure(zone, zone.toString(true) + " has no DS record")
        : KeySet.judge(zone, ds, dnskeyAnswer, now);
  }

  /// A zone's keys, by the trust anchors for it among those given.
  ///
  /// @param anchors DS or DNSKEY records
  public static ZoneKeys keysByAnchor(
      Name zone, List<? extends Record> anchors, Message dnskeyAnswer, Instant now) {
    var own = anchors.stream().filter(anchor -> anchor.getName().equals(zone)).toList();
    return own.isEmpty()
        ? new ZoneKeys.Insecure(zone, "there is no trust anchor for " + zone.toString(true))
        : KeySet.judge(zone, own, dnskeyAnswer, now);
  }

  /// A whole answer: records, aliases inside the zone and what they lead to there, or that there
  /// are none.
  ///
  /// An answer for another zone than that of the keys, as a referral, or an alias into a zone
  /// below, is [Security.Unchecked] with [Obstacle.Kind#OTHER_ZONE] and that zone's name.
  ///
  /// @param name in the zone of the keys
  public static Security answer(Message message, Name name, int type, ZoneKeys keys, Instant now) {
    requireBelow(name, keys.zone());
    return switch (keys) {
      case ZoneKeys.Trusted trusted ->
          unreadable(message)
              .<Security>map(Security.Unchecked::new)
              .orElseGet(() -> new Inspection(message, trusted, now).answer(name, type));
      case ZoneKeys.Insecure _, ZoneKeys.Bogus _, ZoneKeys.Unreachable _ -> keys.security();
    };
  }

  /// One set of records with its signatures. A set that was made from a wildcard is not secure by
  /// itself: its message has to prove that the wildcard applies, so ask [#answer].
  ///
  /// @param set at least one record
  public static Security set(RRset set, List<RRSIGRecord> signatures, ZoneKeys keys, Instant now) {
    return switch (keys) {
      case ZoneKeys.Trusted trusted -> {
        var message = new Message();
        set.rrs(false).forEach(record -> message.addRecord(record, Section.ANSWER));
        signatures.forEach(record -> message.addRecord(record, Section.ANSWER));
        yield answer(message, set.getName(), set.getType(), trusted, now);
      }
      case ZoneKeys.Insecure _, ZoneKeys.Bogus _, ZoneKeys.Unreachable _ -> keys.security();
    };
  }

  /// Why a message says nothing: it is an error, or was cut short.
  static Optional<Obstacle> unreadable(Message message) {
    int rcode = message.getRcode();
    if (rcode != Rcode.NOERROR && rcode != Rcode.NXDOMAIN) {
      return Optional.of(new Obstacle(Obstacle.Kind.NAME_SERVERS_FAILED, Rcode.string(rcode)));
    }
    return message.getHeader().getFlag(Flags.TC)
        ? Optional.of(new Obstacle(Obstacle.Kind.PROTOCOL_ERROR, "the answer was cut short"))
        : Optional.empty();
  }

  private static void requireBelow(Name name, Name zone) {
    if (!name.subdomain(zone)) {
      throw new IllegalArgumentException(name + " is not in the zone " + zone);
    }
  }
}
