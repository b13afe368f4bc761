package uk.nhs.estate.practice;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Master;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// One zone that [PracticeDns] serves, written as in a zone file (RFC 1035 §5), and signed if it is
/// [asked to be][#signed]; a changed zone is a new one.
public final class PracticeZone {

  /// What a zone has to say about a name and a type.
  sealed interface Held {
    record Found(List<RRset> sets) implements Held {}

    record Alias(RRset cname, Name target) implements Held {}

    /// The name is there, the type is not (RFC 2308 §2.2).
    record NoData() implements Held {}

    /// The name is not there (RFC 2308 §2.1).
    record NoName() implements Held {}

    /// Another zone begins at or above the name (RFC 1034 §4.2.1).
    record Delegated(Name cut) implements Held {}
  }

  private final Name origin;
  private final List<Record> records;
  private final TreeMap<Name, Map<Integer, RRset>> names = new TreeMap<>();
  private final SOARecord soa;
  private final @Nullable Signing signing;
  private final @Nullable Signatures signatures;

  private PracticeZone(Name origin, List<Record> records, @Nullable Signing signing) {
    this.origin = origin;
    this.records = List.copyOf(records);
    SOARecord start = null;
    for (var one : records) {
      if (!one.getName().subdomain(origin)) {
        throw new IllegalArgumentException(one.getName() + " is not in the zone " + origin);
      }
      names
          .computeIfAbsent(one.getName(), _ -> new LinkedHashMap<>())
          .computeIfAbsent(one.getType(), _ -> new RRset())
          .addRR(one);
      start = one instanceof SOARecord its ? its : start;
    }
    if (start == null || !start.getName().equals(origin)) {
      throw new IllegalArgumentException("the zone " + origin + " needs an SOA record");
    }
    this.soa = start;
    this.signing = signing;
    this.signatures = signing == null ? null : new Signatures(this, signing);
  }

  /// Reads the lines of a zone file; names that do not end in a dot are relative to the origin.
  public static PracticeZone of(String origin, String text) {
    return new PracticeZone(name(origin), read(name(origin), text), null);
  }

  private static List<Record> read(Name origin, String text) {
    var records = new ArrayList<Record>();
    var octets = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    try (var lines = new Master(octets, origin, 300)) {
      lines.disableIncludes();
      for (var one = lines.nextRecord(); one != null; one = lines.nextRecord()) {
        records.add(one);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("zone " + origin + ": " + e.getMessage(), e);
    }
    return records;
  }

  /// The same zone and these lines.
  public PracticeZone with(String lines) {
    return with(read(origin, lines));
  }

  PracticeZone with(List<? extends Record> more) {
    var all = new ArrayList<>(records);
    all.addAll(more);
    return new PracticeZone(origin, all, signing);
  }

  /// The same zone, signed (RFC 4035 §2), in place of an earlier signing.
  public PracticeZone signed(Signing how) {
    var apex = Set.of(Type.DNSKEY, Type.NSEC3PARAM);
    return new PracticeZone(
            origin, records.stream().filter(one -> !apex.contains(one.getType())).toList(), how)
        .with(how.records(origin, soa.getTTL()));
  }

  /// Its name servers, and the addresses of those that are within it: what the zone above has to
  /// publish about it (RFC 1034 §4.2.1), as in a zone file.
  public String nameServers() {
    var lines = new ArrayList<Record>(set(origin, Type.NS));
    for (var server : set(origin, Type.NS)) {
      var target = ((NSRecord) server).getTarget();
      lines.addAll(set(target, Type.A));
      lines.addAll(set(target, Type.AAAA));
    }
    return text(lines);
  }

  /// The digest of its key for the zone above, or for a scanner that trusts it (RFC 4034 §5);
  /// nothing for a zone that is not signed.
  public String delegationSigner() {
    return signing == null ? "" : text(signing.ds(origin, soa.getTTL()));
  }

  /// The lines of its zone file, without its signatures.
  @Override
  public String toString() {
    return text(records);
  }

  /// The lines of its zone file with everything that signing adds, for another server to serve.
  public String zoneFile() {
    return signatures == null ? toString() : this + text(signatures.all());
  }

  private static String text(List<? extends Record> records) {
    return records.stream().map(one -> one + "\n").collect(Collectors.joining());
  }

  /// The same zone less one type at one name (`@` is the origin).
  public PracticeZone without(String name, int type) {
    var at = relative(name);
    return keeping(one -> !(one.getName().equals(at) && one.getType() == type));
  }

  /// The same zone less the records whose text holds `words`.
  public PracticeZone without(String words) {
    return keeping(one -> !one.toString().contains(words));
  }

  /// The same zone at another serial number (RFC 1035 §3.3.13), as if older or newer.
  public PracticeZone serial(long other) {
    var start =
        new SOARecord(
            origin,
            DClass.IN,
            soa.getTTL(),
            soa.getHost(),
            soa.getAdmin(),
            other,
            soa.getRefresh(),
            soa.getRetry(),
            soa.getExpire(),
            soa.getMinimum());
    return new PracticeZone(
        origin, records.stream().map(one -> one == soa ? start : one).toList(), signing);
  }

  private PracticeZone keeping(Predicate<Record> wanted) {
    return new PracticeZone(origin, records.stream().filter(wanted).toList(), signing);
  }

  public String domain() {
    return origin.toString(true);
  }

  Name origin() {
    return origin;
  }

  SOARecord soa() {
    return soa;
  }

  /// How long an absence may be remembered (RFC 2308 §5, RFC 9077 §3).
  long denialTtl() {
    return Math.min(soa.getTTL(), soa.getMinimum());
  }

  /// What its signatures are made by, when it is signed.
  Optional<Signatures> signatures() {
    return Optional.ofNullable(signatures);
  }

  List<Record> records() {
    return records;
  }

  Held lookup(Name name, int type) {
    var cut = cut(name);
    if (cut != null && !(type == Type.DS && cut.equals(name))) {
      return new Held.Delegated(cut);
    }
    var source = source(name);
    if (source == null) {
      return new Held.NoName();
    }
    var there = sets(source);
    var here = source.equals(name) ? there : renamed(there.values(), name);
    if (type == Type.ANY) {
      return new Held.Found(List.copyOf(here.values()));
    }
    var found = here.get(type);
    if (found != null) {
      return new Held.Found(List.of(found));
    }
    var cname = here.get(Type.CNAME);
    if (cname != null) {
      return new Held.Alias(cname, ((CNAMERecord) cname.first()).getTarget());
    }
    return new Held.NoData();
  }

  /// Where the first other zone begins on the way down to a name, if one does.
  @Nullable Name cut(Name name) {
    for (int strip = name.labels() - origin.labels() - 1; strip >= 0; strip--) {
      var step = new Name(name, strip);
      if (sets(step).containsKey(Type.NS)) {
        return step;
      }
    }
    return null;
  }

  /// The name that has what is answered for a name: itself, the wildcard below the closest name
  /// that exists and no other (RFC 4592 §3.3.1), or none.
  @Nullable Name source(Name name) {
    if (exists(name)) {
      return name;
    }
    var wild = wildcardBeside(name);
    return names.containsKey(wild) ? wild : null;
  }

  /// The wildcard that would answer for a name that does not exist.
  Name wildcardBeside(Name name) {
    int strip = 1;
    while (!exists(new Name(name, strip))) {
      strip++;
    }
    return name.wild(strip);
  }

  /// All names that have records, glue included, in canonical order (RFC 4034 §6.1).
  NavigableSet<Name> names() {
    return Collections.unmodifiableNavigableSet(names.navigableKeySet());
  }

  /// The records of a name by type; none for a name without.
  Map<Integer, RRset> sets(Name name) {
    return names.getOrDefault(name, Map.of());
  }

  List<Record> set(Name name, int type) {
    var set = sets(name).get(type);
    return set == null ? List.of() : set.rrs(false);
  }

  /// A name exists when it, or any name below it, has records (RFC 8020 §2).
  private boolean exists(Name name) {
    var next = names.ceilingKey(name); // canonical order: what is below a name follows it
    return next != null && next.subdomain(name);
  }

  private static Map<Integer, RRset> renamed(Collection<RRset> sets, Name name) {
    var all = new LinkedHashMap<Integer, RRset>();
    for (var set : sets) {
      var named = new RRset();
      set.rrs().forEach(one -> named.addRR(one.withName(name)));
      all.put(set.getType(), named);
    }
    return all;
  }

  Name relative(String name) {
    try {
      return name.equals("@") ? origin : Name.fromString(name, origin);
    } catch (TextParseException e) {
      throw new IllegalArgumentException(name + " is no name: " + e.getMessage(), e);
    }
  }

  /// Reads a name as absolute, with or without its last dot.
  static Name name(String text) {
    try {
      return Name.fromString(text, Name.root);
    } catch (TextParseException e) {
      throw new IllegalArgumentException(text + " is no name: " + e.getMessage(), e);
    }
  }
}
