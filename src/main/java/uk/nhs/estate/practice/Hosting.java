package uk.nhs.estate.practice;

import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/// Where one pretend domain is served and what signs it: rightly, or as planned.
record Hosting(
    PracticeWorld world,
    PracticeDomain domain,
    Signing signing,
    InetAddress first,
    InetAddress second) {

  static Hosting of(
      PracticeWorld world, PracticeDomain domain, Signing signing, List<InetAddress> shared)
      throws IOException {
    boolean own = domain.servers().isTheirOwn();
    return new Hosting(
        world,
        domain,
        signing,
        own ? world.dns().open() : shared.getFirst(),
        own ? world.dns().open() : shared.getLast());
  }

  List<InetAddress> servers() {
    return List.of(first, second);
  }

  void serve(PracticeZone sound) throws IOException {
    behave();
    world.put(sound.signed(signing), first, second);
  }

  void serveAsPlanned(PracticeZone sound) throws IOException {
    behave();
    if (!domain.registered()) {
      world.withdraw(sound.domain());
      return;
    }
    var unsigned = domain.zoneFault().apply(sound);
    var zone = domain.signing().apply(signing).map(unsigned::signed).orElse(unsigned);
    world.put(zone, first, second);
    switch (domain.servers()) {
      case ServersFault.None() -> {}
      case ServersFault.Both(var how) -> {
        world.dns().misbehave(zone.domain(), how);
        misbehave(how, first, second);
      }
      case ServersFault.Second(var how) -> misbehave(how, second);
      case ServersFault.SecondIsLame() -> world.dns().serve(zone, first);
      case ServersFault.ParentNamesAnOldOne() -> {
        world.put(zone.with("ns-old A " + second.getHostAddress()), first, second);
        world.delegate(
            zone.domain(), zone.nameServers().replace("ns2.", "ns-old.") + zone.delegationSigner());
      }
    }
  }

  private void behave() throws IOException {
    world.dns().behave(domain.entry().domain());
    if (domain.servers().isTheirOwn()) {
      for (var server : servers()) {
        world.dns().behave(server);
      }
    }
  }

  /// Nobody can misbehave alone where all share one address.
  private void misbehave(Misbehaviour how, InetAddress... servers) throws IOException {
    if (Loopback.hasWholeNetwork()) {
      for (var server : servers) {
        world.dns().misbehave(server, how);
      }
    }
  }
}
