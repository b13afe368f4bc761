package uk.nhs.estate.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/// Signs the sets of one zone when they are first asked for (RFC 4035 §2.2), and proves what the
/// zone does not have.
final class Signatures {

  private record Signed(Name name, int type) {}

  private final PracticeZone zone;
  private final Signing signing;
  private final DenialChain chain;
  private final Map<Signed, List<Record>> made = new ConcurrentHashMap<>();

  Signatures(PracticeZone zone, Signing signing) {
    this.zone = zone;
    this.signing = signing;
    this.chain =
        switch (signing.denial()) {
          case Denial.Nsec() -> new NsecChain(zone);
          case Denial.Nsec3 how -> new Nsec3Chain(zone, how);
        };
  }

  /// The signatures of a set; that of a set which a wildcard stands for is shown at the name that
  /// was asked for, and tells it by its number of labels (RFC 4034 §3.1.3).
  List<Record> of(RRset set) {
    var owner = zone.source(set.getName());
    if (owner == null) {
      return sign(set); // a proof, which is at no name of the zone's
    }
    var source = zone.sets(owner).get(set.getType());
    return sign(source == null ? set : source).stream()
        .map(one -> one.withName(set.getName()))
        .toList();
  }

  /// That a name is not there (RFC 4035 §3.1.3.2, RFC 5155 §7.2.2).
  List<RRset> noName(Name name) {
    return proof(chain.noName(name));
  }

  /// That a name has not got a type (RFC 4035 §3.1.3.1 and §3.1.3.4, RFC 5155 §7.2.3 to §7.2.5).
  List<RRset> noData(Name name) {
    return proof(chain.noData(name));
  }

  /// That a wildcard may answer for a name (RFC 4035 §3.1.3.3, RFC 5155 §7.2.6).
  List<RRset> wildcard(Name name) {
    return name.equals(zone.source(name)) ? List.of() : proof(chain.wildcard(name));
  }

  /// All of them, and the proofs of what is not there.
  List<Record> all() {
    var all = new ArrayList<Record>();
    for (var owner : DenialChain.owners(zone).keySet()) {
      boolean isCut = owner.equals(zone.cut(owner));
      for (var set : zone.sets(owner).values()) {
        if (!isCut || set.getType() == Type.DS) { // its parent does not sign it (RFC 4035 §2.2)
          all.addAll(sign(set));
        }
      }
    }
    for (var link : chain.all()) {
      all.addAll(link.rrs(false));
      all.addAll(sign(link));
    }
    return all;
  }

  private List<RRset> proof(List<RRset> right) {
    if (signing.has(new SigningFault.NoDenial())) {
      return List.of();
    }
    return signing.has(new SigningFault.WrongDenial()) ? chain.anotherThan(right) : right;
  }

  private List<Record> sign(RRset set) {
    var key = new Signed(set.getName(), set.getType());
    return made.computeIfAbsent(key, _ -> make(set));
  }

  private List<Record> make(RRset set) {
    var fault = signing.fault().orElse(null);
    boolean strange =
        set.getType() == Type.DNSKEY
            ? fault instanceof SigningFault.KeysSignedByAnother
            : fault instanceof SigningFault.StrangeKey;
    var by = strange ? signing.spare() : signing.key();
    if (fault instanceof SigningFault.Unsigned(var name, int type)
        && type == set.getType()
        && zone.relative(name).equals(set.getName())) {
      return List.of();
    }
    var signature = by.sign(set, zone.origin(), signing.from(), signing.until());
    return List.of(
        fault instanceof SigningFault.WrongSignature(int type) && type == set.getType()
            ? spoilt(signature)
            : signature);
  }

  private static RRSIGRecord spoilt(RRSIGRecord right) {
    var octets = right.getSignature().clone();
    octets[octets.length - 1] ^= 1;
    return new RRSIGRecord(
        right.getName(),
        DClass.IN,
        right.getTTL(),
        right.getTypeCovered(),
        right.getAlgorithm(),
        right.getOrigTTL(),
        right.getExpire(),
        right.getTimeSigned(),
        right.getFootprint(),
        right.getSigner(),
        octets);
  }
}
