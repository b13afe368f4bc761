package uk.nhs.estate.practice;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Master;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/// One zone that [PracticeDns] serves, written as in a zone file (RFC 1035 §5); a changed zone is
/// a new one.
public final class PracticeZone {

  /// What a zone has to say about a name and a type.
  sealed interface Held {
    record Found(List<RRset> sets) implements Held {}

    record Alias(RRset cname, Name target) implements Held {}

    /// The name is there, the type is not (RFC 2308 §2.2).
    record NoData() implements Held {}

    /// The name is not there (RFC 2308 §2.1).
    record NoName() implements Held {}
  }

  private final Name origin;
  private final List<Record> records;
  private final TreeMap<Name, Map<Integer, RRset>> names = new TreeMap<>();
  private final SOARecord soa;

  private PracticeZone(Name origin, List<Record> records) {
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
  }

  /// Reads the lines of a zone file; names that do not end in a dot are relative to the origin.
  public static PracticeZone of(String origin, String text) {
    return of(name(origin), text, List.of());
  }

  private static PracticeZone of(Name origin, String text, List<Record> before) {
    var records = new ArrayList<>(before);
    var octets = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    try (var lines = new Master(octets, origin, 300)) {
      lines.disableIncludes();
      for (var one = lines.nextRecord(); one != null; one = lines.nextRecord()) {
        records.add(one);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("zone " + origin + ": " + e.getMessage(), e);
    }
    return new PracticeZone(origin, records);
  }

  /// The same zone and these lines.
  public PracticeZone with(String lines) {
    return of(origin, lines, records);
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

  private PracticeZone keeping(Predicate<Record> wanted) {
    return new PracticeZone(origin, records.stream().filter(wanted).toList());
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

  Held lookup(Name name, int type) {
    var here = at(name);
    if (here == null) {
      return new Held.NoName();
    }
    if (type == Type.ANY) {
      return new Held.Found(List.copyOf(here.values()));
    }
    var found = here.get(type);
    if (found != null) {
      return new Held.Found(List.of(found));
    }
    var cname = here.get(Type.CNAME);
    if (cname != null) {
      return new Held.Alias(cname, ((org.xbill.DNS.CNAMERecord) cname.first()).getTarget());
    }
    return new Held.NoData();
  }

  private @Nullable Map<Integer, RRset> at(Name name) {
    if (exists(name)) {
      return names.getOrDefault(name, Map.of());
    }
    // the wildcard below the closest name that exists, and no other (RFC 4592 §3.3.1)
    int strip = 1;
    while (!exists(new Name(name, strip))) {
      strip++;
    }
    var wild = names.get(name.wild(strip));
    return wild == null ? null : renamed(wild.values(), name);
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

  private Name relative(String name) {
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
