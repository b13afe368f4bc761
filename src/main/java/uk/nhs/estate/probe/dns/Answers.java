package uk.nhs.estate.probe.dns;

import java.util.ArrayList;
import java.util.List;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookup.Absence;
import uk.nhs.estate.observation.Lookup.Answer;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;

/// Reads what name servers say to one question, in as many messages as it takes, into one of the
/// three states: found, proved absent, could not ask.
final class Answers {
  private static final int MOST_ALIASES = 16;
  private static final int MOST_RECORDS = 500;

  /// What is left to do after a message.
  sealed interface Step {}

  /// Nothing: the question is answered, or cannot be.
  record Done(Answer answer) implements Step {}

  /// The name is an alias and the message ends there: ask for its target.
  record AskFor(Name target) implements Step {}

  /// The server failed; the same question may be asked again.
  record Failed(Obstacle obstacle) implements Step {}

  private final int type;
  private Name zone;

  /// The name asked, and the targets of the aliases passed on the way.
  private List<Name> way;

  /// Answers of a resolver, which knows every name.
  Answers(Name name, int type) {
    this.type = type;
    this.zone = Name.root;
    this.way = List.of(name);
  }

  /// The next message is by a zone's own servers: what they say of names outside it is not heard.
  Answers by(Name zone) {
    this.zone = zone;
    return this;
  }

  /// Reads the next message.
  Step read(Message message) {
    var records = message.getSection(Section.ANSWER);
    if (records.size() > MOST_RECORDS) {
      return hidden(Kind.TOO_LARGE, "more than " + MOST_RECORDS + " records");
    }
    var further = new ArrayList<>(way);
    for (var found = find(further.getLast(), records);
        found.isEmpty();
        found = find(further.getLast(), records)) {
      var alias = at(further.getLast(), Type.CNAME, records);
      if (alias.isEmpty()) {
        return withoutRecords(message, further);
      }
      var target = ((CNAMERecord) alias.getFirst()).getTarget();
      if (further.contains(target)) {
        further.add(target);
        return new Done(new Lookup.Absent(Absence.LOOP, aliases(further)));
      }
      if (further.size() > MOST_ALIASES) {
        return hidden(Kind.PROTOCOL_ERROR, "more than " + MOST_ALIASES + " aliases");
      }
      further.add(target);
      if (!target.subdomain(zone)) {
        way = further;
        return new AskFor(target);
      }
    }
    if (message.getRcode() != Rcode.NOERROR) {
      return failed(message);
    }
    var found = RecordText.of(find(further.getLast(), records));
    return new Done(new Lookup.Found(aliases(further), found));
  }

  private Step withoutRecords(Message message, List<Name> further) {
    if (message.getRcode() == Rcode.NXDOMAIN) { // said of the last name (RFC 6604 §3)
      return new Done(new Lookup.Absent(Absence.NXDOMAIN, aliases(further)));
    }
    if (message.getRcode() != Rcode.NOERROR) {
      return failed(message);
    }
    boolean denied = has(message, Type.SOA);
    if (!denied && further.size() > way.size()) {
      way = further;
      return new AskFor(further.getLast());
    }
    if (!denied && has(message, Type.NS) && !message.getHeader().getFlag(Flags.AA)) {
      return new Failed( // RFC 2308 §2.2
          new Obstacle(Kind.NAME_SERVERS_FAILED, "a referral instead of an answer"));
    }
    return new Done(new Lookup.Absent(Absence.NODATA, aliases(further)));
  }

  private List<Record> find(Name name, List<Record> records) {
    return at(name, type, records);
  }

  private static List<Record> at(Name name, int type, List<Record> records) {
    return records.stream()
        .filter(r -> r.getType() == type && r.getDClass() == DClass.IN && r.getName().equals(name))
        .toList();
  }

  private static boolean has(Message message, int type) {
    return message.getSection(Section.AUTHORITY).stream().anyMatch(r -> r.getType() == type);
  }

  private static Step failed(Message message) {
    return new Failed(new Obstacle(Kind.NAME_SERVERS_FAILED, Rcode.string(message.getRcode())));
  }

  private static Done hidden(Kind kind, String detail) {
    return new Done(new Lookup.Unasked(new Obstacle(kind, detail)));
  }

  private static List<String> aliases(List<Name> way) {
    return way.stream().skip(1).map(RecordText::asSent).toList();
  }
}
