package uk.nhs.estate.practice;

import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSEC3PARAMRecord;
import org.xbill.DNS.NSEC3Record;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Type;
import org.xbill.DNS.utils.base16;
import org.xbill.DNS.utils.base32;

/// The hashes of a zone's names in order (RFC 5155 §7.1).
final class Nsec3Chain implements DenialChain {

  private static final base32 HASH = new base32(base32.Alphabet.BASE32HEX, false, true);
  private static final int OPT_OUT = 1;

  private final PracticeZone zone;
  private final Denial.Nsec3 how;
  private final byte[] salt;
  private final NSEC3PARAMRecord hashing;
  private @Nullable NavigableMap<String, RRset> links;

  Nsec3Chain(PracticeZone zone, Denial.Nsec3 how) {
    this.zone = zone;
    this.how = how;
    this.salt = how.salt().isEmpty() ? new byte[0] : base16.fromString(how.salt());
    this.hashing =
        new NSEC3PARAMRecord(
            zone.origin(), DClass.IN, 0, NSEC3Record.SHA1_DIGEST_ID, 0, how.iterations(), salt);
  }

  @Override
  public List<RRset> noName(Name name) {
    return Stream.concat(
            closestEncloser(name).stream(), Stream.of(covering(zone.wildcardBeside(name))))
        .distinct()
        .toList();
  }

  @Override
  public List<RRset> noData(Name name) {
    var there = links().get(hash(name));
    if (there != null) {
      return List.of(there);
    }
    var wild = zone.source(name);
    var proof = new ArrayList<>(closestEncloser(name));
    if (wild != null && !wild.equals(name) && !proof.contains(matching(wild))) {
      proof.add(matching(wild));
    }
    return proof;
  }

  @Override
  public List<RRset> wildcard(Name name) {
    return List.of(closestEncloser(name).getLast());
  }

  @Override
  public List<RRset> all() {
    return List.copyOf(links().values());
  }

  /// The closest name above that the ring holds, and that the next one down is not there (RFC 5155
  /// §7.2.1).
  private List<RRset> closestEncloser(Name name) {
    int strip = 1;
    while (!links().containsKey(hash(new Name(name, strip)))) {
      strip++;
    }
    return Stream.of(matching(new Name(name, strip)), covering(new Name(name, strip - 1)))
        .distinct()
        .toList();
  }

  private RRset matching(Name name) {
    var link = links().get(hash(name));
    if (link == null) {
      throw new IllegalStateException(name + " is not in the ring of " + zone.origin());
    }
    return link;
  }

  private RRset covering(Name name) {
    var before = links().lowerEntry(hash(name));
    return (before == null ? links().lastEntry() : before).getValue();
  }

  private String hash(Name name) {
    try {
      return HASH.toString(hashing.hashName(name.canonicalize()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  private synchronized NavigableMap<String, RRset> links() {
    if (links == null) {
      links = tie();
    }
    return links;
  }

  private NavigableMap<String, RRset> tie() {
    var types = new TreeMap<String, TreeSet<Integer>>();
    for (Map.Entry<Name, TreeSet<Integer>> one : DenialChain.owners(zone).entrySet()) {
      var name = one.getKey();
      boolean unsigned = name.equals(zone.cut(name)) && !one.getValue().contains(Type.DS);
      if (unsigned && how.optOut()) {
        continue;
      }
      types.put(hash(name), one.getValue());
      if (!unsigned) {
        one.getValue().add(Type.RRSIG);
      }
      // names that have only names below them are in the ring, too (RFC 5155 §7.1)
      for (int strip = 1; name.labels() - strip > zone.origin().labels(); strip++) {
        types.computeIfAbsent(hash(new Name(name, strip)), _ -> new TreeSet<>());
      }
    }
    var tied = new TreeMap<String, RRset>();
    for (var one : types.entrySet()) {
      var next = types.higherKey(one.getKey());
      tied.put(
          one.getKey(), link(one.getKey(), next == null ? types.firstKey() : next, one.getValue()));
    }
    return tied;
  }

  private RRset link(String hash, String next, TreeSet<Integer> types) {
    return new RRset(
        new NSEC3Record(
            owner(hash),
            DClass.IN,
            zone.denialTtl(),
            NSEC3Record.SHA1_DIGEST_ID,
            how.optOut() ? OPT_OUT : 0,
            how.iterations(),
            salt,
            HASH.fromString(next),
            DenialChain.octets(types)));
  }

  private Name owner(String hash) {
    try {
      return Name.concatenate(Name.fromConstantString(hash), zone.origin());
    } catch (NameTooLongException e) {
      throw new IllegalStateException("a name of ours cannot be written", e);
    }
  }
}
