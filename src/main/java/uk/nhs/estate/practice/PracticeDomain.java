package uk.nhs.estate.practice;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// A pretend domain as planned: its entry in the register, and what is wrong with it and its
/// sites.
///
/// @param registered whether the zone above knows of it
/// @param zoneFault what is wrong with its records
/// @param signing how it is signed, given the sound way, if it is
/// @param mail what is wrong with its mail server
/// @param faults what is wrong with each host of the entry
record PracticeDomain(
    PracticeEntry entry,
    boolean registered,
    UnaryOperator<PracticeZone> zoneFault,
    Function<Signing, Optional<Signing>> signing,
    ServersFault servers,
    MailFault mail,
    Map<String, SiteFault> faults) {

  static Organisation organisation(String odsCode, String name, String type) {
    return new Organisation(odsCode, name, type, false);
  }

  record Organisation(String odsCode, String name, String type, boolean retired) {
    Organisation closed() {
      return new Organisation(odsCode, name, type, true);
    }

    PracticeDomain with(String domain, String shows) {
      var entry = new PracticeEntry(odsCode, name, type, retired, domain, List.of(), shows);
      return new PracticeDomain(
          entry,
          true,
          UnaryOperator.identity(),
          Optional::of,
          new ServersFault.None(),
          MailFault.none(),
          Map.of());
    }
  }

  /// Adds a site; `@` is the domain itself.
  PracticeDomain site(String label, String shows, SiteFault fault) {
    var host = label.equals("@") ? entry.domain() : label + "." + entry.domain();
    var hosts = new ArrayList<>(entry.hosts());
    hosts.add(new PracticeEntry.Host(host, shows));
    var more = new LinkedHashMap<>(faults);
    more.put(host, fault);
    var grown =
        new PracticeEntry(
            entry.odsCode(),
            entry.organisation(),
            entry.type(),
            entry.retired(),
            entry.domain(),
            hosts,
            entry.shows());
    return new PracticeDomain(grown, registered, zoneFault, signing, servers, mail, more);
  }

  PracticeDomain zone(UnaryOperator<PracticeZone> fault) {
    return new PracticeDomain(entry, registered, fault, signing, servers, mail, faults);
  }

  /// Signs in another way than the sound one.
  PracticeDomain signed(UnaryOperator<Signing> how) {
    Function<Signing, Optional<Signing>> other = sound -> Optional.of(how.apply(sound));
    return new PracticeDomain(entry, registered, zoneFault, other, servers, mail, faults);
  }

  PracticeDomain unsigned() {
    return new PracticeDomain(
        entry, registered, zoneFault, _ -> Optional.empty(), servers, mail, faults);
  }

  PracticeDomain servers(ServersFault fault) {
    return new PracticeDomain(entry, registered, zoneFault, signing, fault, mail, faults);
  }

  PracticeDomain mail(MailFault fault) {
    return new PracticeDomain(entry, registered, zoneFault, signing, servers, fault, faults);
  }

  PracticeDomain unregistered() {
    return new PracticeDomain(entry, false, zoneFault, signing, servers, mail, faults);
  }
}
