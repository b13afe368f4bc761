package uk.nhs.estate.practice;

import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Type;

/// The names of a zone tied into a ring, each link of which proves that nothing is between two of
/// them.
sealed interface DenialChain permits NsecChain, Nsec3Chain {

  List<RRset> noName(Name name);

  List<RRset> noData(Name name);

  List<RRset> wildcard(Name name);

  /// All links, in order.
  List<RRset> all();

  /// A link that proves something else.
  default List<RRset> anotherThan(List<RRset> right) {
    return all().stream().filter(one -> !right.contains(one)).limit(1).toList();
  }

  /// The names that a zone vouches for, and their types: not what is below its delegations (RFC
  /// 4034 §4.1.1), and of a delegation not its glue.
  static NavigableMap<Name, TreeSet<Integer>> owners(PracticeZone zone) {
    var owners = new TreeMap<Name, TreeSet<Integer>>();
    for (var name : zone.names()) {
      var cut = zone.cut(name);
      var types = new TreeSet<>(zone.sets(name).keySet());
      if (cut != null && cut.equals(name)) {
        types.retainAll(List.of(Type.NS, Type.DS));
      }
      if (cut == null || cut.equals(name)) {
        owners.put(name, types);
      }
    }
    return owners;
  }

  static int[] octets(TreeSet<Integer> types) {
    return types.stream().mapToInt(Integer::intValue).toArray();
  }
}
