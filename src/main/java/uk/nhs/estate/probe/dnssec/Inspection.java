package uk.nhs.estate.probe.dnssec;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DNAMERecord;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSEC3Record;
import org.xbill.DNS.NSECRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.Security.Reason;

/// One message from a zone whose keys are trusted: which of it can be believed.
final class Inspection {
  private static final int MOST_ALIASES = 16;

  /// What records of another zone look like to this one's keys: unsigned, or signed by somebody
  /// else.
  private static final Set<Reason> UNSIGNED =
      EnumSet.of(Reason.SIGNATURE_MISSING, Reason.DENIAL_MISSING);

  private static final Set<Reason> FOREIGN =
      EnumSet.of(
          Reason.SIGNATURE_MISSING,
          Reason.DENIAL_MISSING,
          Reason.SIGNATURE_WITHOUT_KEY,
          Reason.DENIAL_WRONG);

  private final Message message;
  private final Name zone;
  private final Signatures signatures;

  /// The first NSEC or NSEC3 set that could not be verified, once they have been looked at.
  private Signatures.@Nullable Failed denialFault;

  private Optional<Denial> denial = Optional.empty();
  private boolean isDenialRead;

  Inspection(Message message, ZoneKeys.Trusted keys, Instant now) {
    this.message = message;
    this.zone = keys.zone();
    this.signatures = new Signatures(zone, keys.keys(), now);
  }

  /// What DNSSEC says of the answer to a question: of the aliases on the way that are in this zone,
  /// and of what is or is not at their end. Where the message leaves the zone or ends, so does the
  /// verdict.
  Security answer(Name name, int type) {
    Security verdict = new Security.Secure();
    var at = name;
    for (int steps = 0; steps <= MOST_ALIASES; steps++) {
      boolean isAsked = steps == 0;
      var set = SignedSet.find(message, Section.ANSWER, at, type);
      if (set.isPresent()) {
        var security =
            substitution(at)
                .filter(_ -> type == Type.CNAME)
                .map(Alias::security)
                .orElseGet(() -> present(set.get()));
        return weaker(verdict, ownOrElsewhere(security, at, isAsked));
      }
      var alias = alias(at);
      if (alias.isEmpty()) {
        return !isAsked && endsHere()
            ? verdict
            : weaker(verdict, ownOrElsewhere(absent(at, type), at, isAsked));
      }
      verdict = weaker(verdict, ownOrElsewhere(alias.get().security(), at, isAsked));
      if (verdict instanceof Security.Bogus
          || verdict instanceof Security.Unchecked
          || !alias.get().target().subdomain(zone)) {
        return verdict;
      }
      at = alias.get().target();
    }
    return new Security.Unchecked(
        new Obstacle(Obstacle.Kind.PROTOCOL_ERROR, "more than " + MOST_ALIASES + " aliases"));
  }

  /// What is said of the DS records of a name below.
  DsProof ds(Name child) {
    var set =
        Stream.of(Section.ANSWER, Section.AUTHORITY)
            .flatMap(section -> SignedSet.find(message, section, child, Type.DS).stream())
            .findFirst();
    if (set.isPresent()) {
      return switch (present(set.get())) {
        case Security.Secure _ ->
            new DsProof.Signed(set.get().records().stream().map(DSRecord.class::cast).toList());
        case Security.Insecure(var why) -> new DsProof.Absent(why);
        case Security.Bogus(var reason, var detail) -> new DsProof.Bogus(reason, detail);
        case Security.Unchecked _ -> new DsProof.NotThere();
      };
    }
    var cname = cname(child);
    if (cname.isPresent() && present(cname.get()) instanceof Security.Secure) {
      return new DsProof.NotDelegated(child.toString(true) + " is an alias");
    }
    var said = denial().map(denial -> denial.noDs(child)).orElseGet(DsProof.NotThere::new);
    return switch (said) {
      case DsProof.NotDelegated(var how)
          when SignedSet.find(message, Section.AUTHORITY, child, Type.NS).isPresent() ->
          new DsProof.Bogus(Reason.DENIAL_WRONG, how + ", and refers to it");
      case DsProof.NotThere _ when denialFault != null ->
          new DsProof.Bogus(denialFault.reason(), denialFault.detail());
      case DsProof.Bogus _ when denialFault != null ->
          new DsProof.Bogus(denialFault.reason(), denialFault.detail());
      case DsProof.Signed _,
          DsProof.Absent _,
          DsProof.NotDelegated _,
          DsProof.Bogus _,
          DsProof.NotThere _ ->
          said;
    };
  }

  /// What DNSSEC says of a set, with the proof that a set made by a wildcard needs.
  private Security present(SignedSet set) {
    return switch (signatures.verify(set)) {
      case Signatures.Failed(var reason, var detail) -> new Security.Bogus(reason, detail);
      case Signatures.Valid(var labels) ->
          labels == SignedSet.labels(set.name())
              ? new Security.Secure()
              : proved(
                  denial -> denial.noCloser(set.name(), labels),
                  Signatures.subject(set) + ", made from a wildcard");
    };
  }

  private Security absent(Name name, int type) {
    var soa = SignedSet.find(message, Section.AUTHORITY, zone, Type.SOA).map(this::present);
    if (soa.isPresent() && soa.get() instanceof Security.Bogus bogus) {
      return bogus;
    }
    return proved(
        denial ->
            message.getRcode() == Rcode.NXDOMAIN ? denial.noName(name) : denial.noType(name, type),
        "%s %s, %s"
            .formatted(name.toString(true), Type.string(type), Rcode.string(message.getRcode())));
  }

  private Security proved(Function<Denial, Denial.Proof> question, String subject) {
    var known = denial();
    if (known.isPresent()) {
      switch (question.apply(known.get())) {
        case Denial.Proved _ -> {
          return new Security.Secure();
        }
        case Denial.Open(var why) -> {
          return new Security.Insecure(why);
        }
        case Denial.Unproved _ -> {}
      }
    }
    if (denialFault != null) {
      return new Security.Bogus(denialFault.reason(), denialFault.detail());
    }
    return known.isPresent()
        ? new Security.Bogus(
            Reason.DENIAL_WRONG, subject + ": not proved by the " + known.get().kind())
        : new Security.Bogus(Reason.DENIAL_MISSING, subject);
  }

  /// An alias at a name.
  private record Alias(Name target, Security security) {}

  private Optional<Alias> alias(Name name) {
    return substitution(name)
        .or(() -> cname(name).map(set -> new Alias(target(set), present(set))));
  }

  /// What the DNAME of a name above makes of a name.
  private Optional<Alias> substitution(Name name) {
    for (var above = name; !above.equals(zone); ) {
      above = new Name(above, 1);
      var dname = SignedSet.find(message, Section.ANSWER, above, Type.DNAME);
      if (dname.isPresent()) {
        return Optional.of(substituted(name, dname.get(), cname(name)));
      }
    }
    return Optional.empty();
  }

  private Optional<SignedSet> cname(Name name) {
    return SignedSet.find(message, Section.ANSWER, name, Type.CNAME);
  }

  /// The alias that a DNAME makes; the CNAME that says so is not signed (RFC 6672 §5.3.1).
  private Alias substituted(Name name, SignedSet dname, Optional<SignedSet> cname) {
    try {
      var target = name.fromDNAME((DNAMERecord) dname.records().getFirst());
      return cname.filter(set -> !target(set).equals(target)).isPresent()
          ? new Alias(
              target,
              new Security.Bogus(
                  Reason.SIGNATURE_WRONG,
                  name.toString(true)
                      + " CNAME: not what the DNAME at "
                      + dname.name().toString(true)
                      + " makes of it"))
          : new Alias(target, present(dname));
    } catch (NameTooLongException _) {
      return new Alias(
          name,
          new Security.Unchecked(
              new Obstacle(Obstacle.Kind.PROTOCOL_ERROR, "a DNAME makes too long a name")));
    }
  }

  private static Name target(SignedSet cname) {
    return ((CNAMERecord) cname.records().getFirst()).getTarget();
  }

  /// Whether the message says nothing more: the rest is to be asked for.
  private boolean endsHere() {
    return message.getRcode() == Rcode.NOERROR
        && message.getSection(Section.AUTHORITY).stream()
            .noneMatch(
                record ->
                    record.getType() == Type.SOA
                        || record.getType() == Type.NSEC
                        || record.getType() == Type.NSEC3);
  }

  private static Security weaker(Security verdict, Security next) {
    return next instanceof Security.Secure ? verdict : next;
  }

  /// The verdict; unless it rests on what this zone did not sign and may not have had to, because
  /// the name may belong to a zone further down that the same servers serve.
  private Security ownOrElsewhere(Security verdict, Name name, boolean isAsked) {
    if (!(verdict instanceof Security.Bogus bogus) || !FOREIGN.contains(bogus.reason())) {
      return verdict;
    }
    var below = zoneBelow(name);
    if (below.isPresent()) {
      return elsewhere(below.get());
    }
    return isAsked || name.equals(zone) || !UNSIGNED.contains(bogus.reason())
        ? verdict
        : elsewhere(name);
  }

  private static Security elsewhere(Name name) {
    return new Security.Unchecked(new Obstacle(Obstacle.Kind.OTHER_ZONE, name.toString(true)));
  }

  /// The zone between this one and a name that the message shows by a signer, a start of authority
  /// or name servers.
  private Optional<Name> zoneBelow(Name name) {
    return Stream.concat(
            message.getSection(Section.ANSWER).stream()
                .filter(record -> record instanceof RRSIGRecord && record.getName().equals(name)),
            message.getSection(Section.AUTHORITY).stream())
        .map(Inspection::authority)
        .flatMap(Optional::stream)
        .filter(apex -> name.subdomain(apex) && apex.subdomain(zone) && !apex.equals(zone))
        .findFirst();
  }

  private static Optional<Name> authority(Record record) {
    if (record instanceof RRSIGRecord rrsig) {
      return Optional.of(rrsig.getSigner());
    }
    return record.getType() == Type.SOA || record.getType() == Type.NS
        ? Optional.of(record.getName())
        : Optional.empty();
  }

  /// The verified records of denial; nothing if there are none.
  private Optional<Denial> denial() {
    if (!isDenialRead) {
      isDenialRead = true;
      var nsec = verified(Type.NSEC, NSECRecord.class);
      denial =
          nsec.isEmpty()
              ? Nsec3Denial.of(zone, verified(Type.NSEC3, NSEC3Record.class))
              : Optional.of(new NsecDenial(zone, nsec));
    }
    return denial;
  }

  private <T extends Record> List<T> verified(int type, Class<T> kind) {
    var good = new ArrayList<T>();
    for (var set : SignedSet.authority(message, type)) {
      if (!set.name().subdomain(zone)) {
        continue;
      }
      switch (signatures.verify(set)) {
        case Signatures.Valid(var labels) -> {
          if (labels == SignedSet.labels(set.name())) { // what a wildcard made denies nothing
            set.records().stream().map(kind::cast).forEach(good::add);
          }
        }
        case Signatures.Failed failed -> denialFault = denialFault == null ? failed : denialFault;
      }
    }
    return good;
  }
}
