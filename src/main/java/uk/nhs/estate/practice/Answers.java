package uk.nhs.estate.practice;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import uk.nhs.estate.practice.PracticeZone.Held;

/// Works out what [PracticeDns] says to a question from its zones; touches no network.
final class Answers {

  /// A right answer, and what is to be done wrong with it, if anything.
  record Answer(Message message, @Nullable Misbehaviour misbehaviour) {}

  private static final int LONGEST_CHAIN = 16;
  private static final int EDNS_PAYLOAD = 1232; // DNS flag day 2020

  private final Map<Name, PracticeZone> zones = new ConcurrentHashMap<>();
  private final Map<Name, Misbehaviour> misbehaviours = new ConcurrentHashMap<>();

  void serve(PracticeZone zone) {
    zones.put(zone.origin(), zone);
  }

  void forget(Name origin) {
    zones.remove(origin);
  }

  void misbehave(Name name, Misbehaviour how) {
    misbehaviours.put(name, how);
  }

  void behave(Name name) {
    misbehaviours.remove(name);
  }

  /// Answers as a resolver does (RA), or as one of the zone's own servers (AA).
  Answer answer(Message query, boolean authority) {
    var reply = new Message(query.getHeader().getID());
    var header = reply.getHeader();
    header.setFlag(Flags.QR);
    header.setOpcode(query.getHeader().getOpcode());
    if (query.getHeader().getFlag(Flags.RD)) {
      header.setFlag(Flags.RD);
    }
    if (!authority) {
      header.setFlag(Flags.RA);
    }
    var asked = query.getQuestion();
    if (asked != null) {
      reply.addRecord(asked, Section.QUESTION);
    }
    var misbehaviour = asked == null ? null : closest(misbehaviours, asked.getName());
    if (query.getHeader().getOpcode() != Opcode.QUERY) {
      header.setRcode(Rcode.NOTIMP);
    } else if (asked == null || query.getHeader().getCount(Section.QUESTION) != 1) {
      header.setRcode(Rcode.FORMERR);
    } else if (asked.getDClass() != DClass.IN
        || asked.getType() == Type.AXFR
        || asked.getType() == Type.IXFR) {
      header.setRcode(Rcode.REFUSED);
    } else {
      misbehaviour = follow(reply, asked, authority);
    }
    if (query.getOPT() != null) {
      reply.addRecord(new OPTRecord(EDNS_PAYLOAD, 0, 0), Section.ADDITIONAL);
    }
    return new Answer(reply, misbehaviour);
  }

  /// Follows aliases to the end (RFC 1034 §4.3.2) and returns the first misbehaviour met on the
  /// way.
  private @Nullable Misbehaviour follow(Message reply, Record asked, boolean authority) {
    Misbehaviour met = null;
    var name = asked.getName();
    for (int hop = 0; hop < LONGEST_CHAIN; hop++) {
      met = met != null ? met : closest(misbehaviours, name);
      var zone = zoneOf(name, asked.getType());
      if (zone == null) {
        // nothing here knows that name: say so, and never that it does not exist
        reply.getHeader().setRcode(hop == 0 ? Rcode.REFUSED : Rcode.SERVFAIL);
        return met;
      }
      if (authority) {
        reply.getHeader().setFlag(Flags.AA);
      }
      switch (zone.lookup(name, asked.getType())) {
        case Held.Found(var sets) -> {
          sets.forEach(set -> set.rrs().forEach(one -> reply.addRecord(one, Section.ANSWER)));
          return met;
        }
        case Held.Alias(var cname, var target) -> {
          reply.addRecord(cname.first(), Section.ANSWER);
          name = target;
        }
        case Held.NoData() -> {
          deny(reply, zone, Rcode.NOERROR);
          return met;
        }
        case Held.NoName() -> {
          // a name that has a zone of its own exists above it, too
          deny(reply, zone, zones.containsKey(name) ? Rcode.NOERROR : Rcode.NXDOMAIN);
          return met;
        }
      }
    }
    reply.getHeader().setRcode(Rcode.SERVFAIL);
    return met;
  }

  /// Proves an absence with the zone's SOA, whose time to live is that of the denial (RFC 2308
  /// §5).
  private static void deny(Message reply, PracticeZone zone, int rcode) {
    var soa = zone.soa();
    var ttl = Math.min(soa.getTTL(), soa.getMinimum());
    var shown =
        Record.newRecord(soa.getName(), Type.SOA, DClass.IN, ttl, soa.rdataToWireCanonical());
    reply.addRecord(shown, Section.AUTHORITY);
    reply.getHeader().setRcode(rcode);
  }

  /// The deepest zone that holds a name; a DS record is held by the parent (RFC 4035 §3.1.4.1).
  private @Nullable PracticeZone zoneOf(Name name, int type) {
    var above = type == Type.DS && zones.containsKey(name) ? new Name(name, 1) : name;
    var zone = closest(zones, above);
    return zone == null ? closest(zones, name) : zone;
  }

  private static <T> @Nullable T closest(Map<Name, T> byName, Name name) {
    for (int strip = 0; strip < name.labels(); strip++) {
      var found = byName.get(new Name(name, strip));
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
