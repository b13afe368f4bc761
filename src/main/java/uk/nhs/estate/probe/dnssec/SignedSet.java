package uk.nhs.estate.probe.dnssec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSOutput;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/// The records of one name and type, with the signatures over them.
///
/// @param records at least one
record SignedSet(Name name, int type, List<Record> records, List<RRSIGRecord> signatures) {

  /// The types whose names are signed in lower case (RFC 4034 §6.2, without NSEC: RFC 6840 §5.1).
  private static final Set<Integer> LOWER_CASE =
      Set.of(
          Type.NS,
          Type.MD,
          Type.MF,
          Type.CNAME,
          Type.SOA,
          Type.MB,
          Type.MG,
          Type.MR,
          Type.PTR,
          Type.MINFO,
          Type.MX,
          Type.RP,
          Type.AFSDB,
          Type.RT,
          Type.SIG,
          Type.PX,
          Type.NXT,
          Type.SRV,
          Type.NAPTR,
          Type.KX,
          Type.A6,
          Type.DNAME,
          Type.RRSIG);

  /// The set of a name and type in a section; nothing if it has no such record.
  static Optional<SignedSet> find(Message message, int section, Name name, int type) {
    var records = new ArrayList<Record>();
    var signatures = new ArrayList<RRSIGRecord>();
    for (var record : message.getSection(section)) {
      if (record.getDClass() != DClass.IN || !record.getName().equals(name)) {
        continue;
      }
      if (record.getType() == type) {
        records.add(record);
      } else if (record instanceof RRSIGRecord rrsig && rrsig.getTypeCovered() == type) {
        signatures.add(rrsig);
      }
    }
    return records.isEmpty()
        ? Optional.empty()
        : Optional.of(new SignedSet(name, type, records, signatures));
  }

  /// The sets of a type in the authority section, in their order.
  static List<SignedSet> authority(Message message, int type) {
    var sets = new LinkedHashMap<Name, SignedSet>();
    for (var record : message.getSection(Section.AUTHORITY)) {
      if (record.getType() == type && record.getDClass() == DClass.IN) {
        sets.computeIfAbsent(
                record.getName(),
                name -> new SignedSet(name, type, new ArrayList<>(), new ArrayList<>()))
            .records
            .add(record);
      }
    }
    for (var record : message.getSection(Section.AUTHORITY)) {
      if (record instanceof RRSIGRecord rrsig && rrsig.getTypeCovered() == type) {
        var set = sets.get(rrsig.getName());
        if (set != null) {
          set.signatures.add(rrsig);
        }
      }
    }
    return List.copyOf(sets.values());
  }

  /// The labels of a name as a signature counts them (RFC 4034 §3.1.3): without the root, and
  /// without an asterisk in front.
  static int labels(Name name) {
    return name.labels() - 1 - (name.isWild() ? 1 : 0);
  }

  /// The data of each record in canonical form and order, each once (RFC 4034 §6.2 and §6.3).
  List<byte[]> canonicalData() {
    var sorted = records.stream().map(SignedSet::data).sorted(Arrays::compareUnsigned).toList();
    var each = new ArrayList<byte[]>(sorted.size());
    for (var data : sorted) {
      if (each.isEmpty() || !Arrays.equals(each.getLast(), data)) {
        each.add(data);
      }
    }
    return each;
  }

  private static byte[] data(Record record) {
    if (LOWER_CASE.contains(record.getType())) {
      return record.rdataToWireCanonical();
    }
    var whole = record.toWire(Section.ANSWER); // name, type, class, TTL and length come first
    return Arrays.copyOfRange(whole, record.getName().length() + 10, whole.length);
  }

  /// The octets that a signature signs (RFC 4034 §3.1.8.1). It has no more labels than the name.
  byte[] signedOctets(RRSIGRecord rrsig, List<byte[]> canonicalData) {
    var out = new DNSOutput();
    out.writeU16(rrsig.getTypeCovered());
    out.writeU8(rrsig.getAlgorithm());
    out.writeU8(rrsig.getLabels());
    out.writeU32(rrsig.getOrigTTL());
    out.writeU32(rrsig.getExpire().getEpochSecond() & 0xffffffffL);
    out.writeU32(rrsig.getTimeSigned().getEpochSecond() & 0xffffffffL);
    out.writeU16(rrsig.getFootprint());
    rrsig.getSigner().toWireCanonical(out);
    boolean expanded = rrsig.getLabels() < labels(name);
    var owner =
        (expanded ? name.wild(name.labels() - 1 - rrsig.getLabels()) : name).toWireCanonical();
    for (var data : canonicalData) {
      out.writeByteArray(owner);
      out.writeU16(type);
      out.writeU16(DClass.IN);
      out.writeU32(rrsig.getOrigTTL());
      out.writeU16(data.length);
      out.writeByteArray(data);
    }
    return out.toByteArray();
  }
}
