package uk.nhs.estate.practice;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
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

/// Works out what a server that has some zones rightly says to a question; touches no network.
final class Answers {

  /// A right answer, and what is to be done wrong with it, if anything.
  record Answer(Message message, @Nullable Conduct conduct) {}

  /// A server asks others for what it does not have (RA), or speaks for its own zones (AA).
  enum Role {
    RESOLVER,
    AUTHORITY
  }

  private static final int LONGEST_CHAIN = 16;
  private static final int EDNS_PAYLOAD = 1232; // DNS flag day 2020
  private static final int EDNS_VERSION = 0;

  private final Map<Name, Conduct> conducts = new ConcurrentHashMap<>();

  /// Misbehaves from now on for a name and all names below it, whoever is asked.
  void misbehave(Name name, Misbehaviour how) {
    conducts.put(name, new Conduct(how));
  }

  void behave(Name name) {
    conducts.remove(name);
  }

  Answer answer(Message query, Zones zones, Role role) {
    var reply = blank(query, role);
    var header = reply.getHeader();
    var asked = query.getQuestion();
    var opt = query.getOPT();
    var conduct = asked == null ? null : conduct(asked.getName(), asked.getType(), zones, role);
    if (opt != null && opt.getVersion() > EDNS_VERSION) {
      reply.addRecord(new OPTRecord(EDNS_PAYLOAD, Rcode.BADVERS >> 4, 0), Section.ADDITIONAL);
      return new Answer(reply, conduct);
    }
    boolean dnssec = opt != null && (opt.getFlags() & ExtendedFlags.DO) != 0;
    if (header.getOpcode() != Opcode.QUERY) {
      header.setRcode(Rcode.NOTIMP);
    } else if (asked == null || query.getHeader().getCount(Section.QUESTION) != 1) {
      header.setRcode(Rcode.FORMERR);
    } else if (asked.getDClass() != DClass.IN
        || asked.getType() == Type.AXFR
        || asked.getType() == Type.IXFR) {
      header.setRcode(Rcode.REFUSED);
    } else {
      conduct = follow(new Pages(reply, dnssec), asked, zones, role);
    }
    if (opt != null) {
      int flags = dnssec ? ExtendedFlags.DO : 0;
      reply.addRecord(new OPTRecord(EDNS_PAYLOAD, 0, 0, flags), Section.ADDITIONAL);
    }
    return new Answer(reply, conduct);
  }

  /// The misconduct in force for a name, at a resolver or a server of the name's own: those of the
  /// zone above do not take part in it.
  private @Nullable Conduct conduct(Name name, int type, Zones zones, Role role) {
    var zone = zones.holding(name, type);
    boolean own = zone != null && zone.cut(name) == null;
    return own || role == Role.RESOLVER ? Zones.closest(conducts, name) : null;
  }

  /// A reply that says nothing yet.
  private static Message blank(Message query, Role role) {
    var reply = new Message(query.getHeader().getID());
    var header = reply.getHeader();
    header.setFlag(Flags.QR);
    header.setOpcode(query.getHeader().getOpcode());
    for (byte kept : new byte[] {Flags.RD, Flags.CD}) { // RFC 4035 §3.2.2
      if (query.getHeader().getFlag(kept)) {
        header.setFlag(kept);
      }
    }
    if (role == Role.RESOLVER) {
      header.setFlag(Flags.RA);
    }
    if (query.getQuestion() != null) {
      reply.addRecord(query.getQuestion(), Section.QUESTION);
    }
    return reply;
  }

  /// Follows aliases to the end (RFC 1034 §4.3.2) and returns the first misconduct met on the way.
  private @Nullable Conduct follow(Pages pages, Record asked, Zones zones, Role role) {
    Conduct met = null;
    var seen = new HashSet<Name>();
    var name = asked.getName();
    while (seen.add(name) && seen.size() <= LONGEST_CHAIN) {
      met = met != null ? met : conduct(name, asked.getType(), zones, role);
      var zone = zones.holding(name, asked.getType());
      boolean first = seen.size() == 1;
      if (zone == null) {
        // nothing here knows that name: say so, and never that it does not exist
        pages.lost(first, role);
        return met;
      }
      var held = zone.lookup(name, asked.getType());
      if (first && role == Role.AUTHORITY && !(held instanceof Held.Delegated)) {
        pages.authoritative();
      }
      switch (held) {
        case Held.Found(var sets) -> {
          pages.found(zone, name, sets);
          return met;
        }
        case Held.Alias(var cname, var target) -> {
          pages.found(zone, name, List.of(cname));
          name = target;
        }
        case Held.NoData() -> {
          pages.noData(zone, name);
          return met;
        }
        case Held.NoName() -> {
          if (zones.at(name) == null) {
            pages.noName(zone, name);
          } else {
            pages.noData(zone, name); // a zone of its own: it exists above, too
          }
          return met;
        }
        case Held.Delegated(var cut) -> {
          if (role == Role.AUTHORITY) {
            pages.refer(zone, cut);
          } else {
            pages.lost(false, role); // its servers are none of ours
          }
          return met;
        }
      }
    }
    pages.lost(false, role);
    return met;
  }
}
