package uk.nhs.estate.practice;

import java.util.List;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import uk.nhs.estate.practice.Answers.Role;

/// Writes what a zone holds into the sections of a reply.
///
/// @param dnssec whether the asker wants signatures and proofs (RFC 3225 §3)
record Pages(Message reply, boolean dnssec) {

  void authoritative() {
    reply.getHeader().setFlag(Flags.AA);
  }

  /// No zone here holds the name, or the end of its aliases is nowhere: an authority leaves the
  /// rest to the asker, a resolver cannot.
  void lost(boolean first, Role role) {
    if (first) {
      reply.getHeader().setRcode(Rcode.REFUSED);
    } else if (role == Role.RESOLVER) {
      reply.getHeader().setRcode(Rcode.SERVFAIL);
    }
  }

  void found(PracticeZone zone, Name name, List<RRset> sets) {
    for (var set : sets) {
      write(zone, set, Section.ANSWER);
      if (set.getType() == Type.NS) {
        glue(zone, set); // RFC 9609 §4.2 asks it of the root
      }
    }
    if (dnssec) {
      zone.signatures().ifPresent(by -> prove(zone, by.wildcard(name)));
    }
  }

  void noData(PracticeZone zone, Name name) {
    soa(zone);
    if (dnssec) {
      zone.signatures().ifPresent(by -> prove(zone, by.noData(name)));
    }
  }

  void noName(PracticeZone zone, Name name) {
    reply.getHeader().setRcode(Rcode.NXDOMAIN);
    soa(zone);
    if (dnssec) {
      zone.signatures().ifPresent(by -> prove(zone, by.noName(name)));
    }
  }

  /// Sends the asker to the servers of the zone below (RFC 1034 §4.3.2 step 3b), with the proof
  /// that it is signed or is not (RFC 4035 §3.1.4) and the addresses without which they cannot be
  /// found (RFC 9471).
  void refer(PracticeZone zone, Name cut) {
    var below = new RRset();
    zone.set(cut, Type.NS).forEach(below::addRR);
    below.rrs(false).forEach(one -> reply.addRecord(one, Section.AUTHORITY));
    glue(zone, below);
    var ds = zone.sets(cut).get(Type.DS);
    if (dnssec && ds != null) {
      write(zone, ds, Section.AUTHORITY);
    } else if (dnssec) {
      zone.signatures().ifPresent(by -> prove(zone, by.noData(cut)));
    }
  }

  private void glue(PracticeZone zone, RRset servers) {
    for (var server : servers.rrs(false)) {
      var target = ((NSRecord) server).getTarget();
      zone.set(target, Type.A).forEach(one -> reply.addRecord(one, Section.ADDITIONAL));
      zone.set(target, Type.AAAA).forEach(one -> reply.addRecord(one, Section.ADDITIONAL));
    }
  }

  /// Proves an absence with the zone's SOA, whose time to live is that of the denial (RFC 2308
  /// §5).
  private void soa(PracticeZone zone) {
    var soa = new RRset(zone.soa());
    reply.addRecord(timed(zone.soa(), zone), Section.AUTHORITY);
    if (dnssec) {
      zone.signatures()
          .ifPresent(
              by ->
                  by.of(soa).forEach(one -> reply.addRecord(timed(one, zone), Section.AUTHORITY)));
    }
  }

  private static Record timed(Record one, PracticeZone zone) {
    return Record.newRecord(
        one.getName(),
        one.getType(),
        one.getDClass(),
        zone.denialTtl(),
        one.rdataToWireCanonical());
  }

  private void prove(PracticeZone zone, List<RRset> proof) {
    proof.stream()
        .filter(set -> !reply.findRecord(set.first(), Section.AUTHORITY))
        .forEach(set -> write(zone, set, Section.AUTHORITY));
  }

  private void write(PracticeZone zone, RRset set, int section) {
    set.rrs(false).forEach(one -> reply.addRecord(one, section));
    if (dnssec) {
      zone.signatures().ifPresent(by -> by.of(set).forEach(one -> reply.addRecord(one, section)));
    }
  }
}
