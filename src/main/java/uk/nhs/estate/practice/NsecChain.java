package uk.nhs.estate.practice;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSECRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Type;

/// The names of a zone in canonical order (RFC 4034 §4 and §6.1).
final class NsecChain implements DenialChain {

  private final PracticeZone zone;
  private @Nullable NavigableMap<Name, RRset> links;

  NsecChain(PracticeZone zone) {
    this.zone = zone;
  }

  @Override
  public List<RRset> noName(Name name) {
    return Stream.of(covering(name), covering(zone.wildcardBeside(name))).distinct().toList();
  }

  @Override
  public List<RRset> noData(Name name) {
    var source = zone.source(name);
    var there = links().get(source == null ? name : source);
    if (there == null) {
      return List.of(covering(name)); // a name that has only names below it
    }
    return name.equals(source)
        ? List.of(there)
        : Stream.of(covering(name), there).distinct().toList();
  }

  @Override
  public List<RRset> wildcard(Name name) {
    return List.of(covering(name));
  }

  @Override
  public List<RRset> all() {
    return List.copyOf(links().values());
  }

  private RRset covering(Name name) {
    return links().lowerEntry(name).getValue(); // the origin comes before all others
  }

  private synchronized NavigableMap<Name, RRset> links() {
    if (links == null) {
      links = tie();
    }
    return links;
  }

  private NavigableMap<Name, RRset> tie() {
    var owners = DenialChain.owners(zone);
    var tied = new TreeMap<Name, RRset>();
    for (Map.Entry<Name, TreeSet<Integer>> one : owners.entrySet()) {
      var types = one.getValue();
      types.add(Type.NSEC);
      types.add(Type.RRSIG);
      var next = owners.higherKey(one.getKey());
      tied.put(
          one.getKey(),
          new RRset(
              new NSECRecord(
                  one.getKey(),
                  DClass.IN,
                  zone.denialTtl(),
                  next == null ? zone.origin() : next,
                  DenialChain.octets(types))));
    }
    return tied;
  }
}
