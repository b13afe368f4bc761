package uk.nhs.estate.practice;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The whole way down to a pretend domain: a root and a registry of `test`, both signed, each with
/// servers of its own, and the domains that are put below them.
public final class PracticeWorld implements Closeable {

  private final PracticeDns dns;
  private final List<InetAddress> registry;
  private final Signing signing;
  private final String rootServers;
  private final Map<String, String> delegations = new TreeMap<>();
  private int serial;

  private PracticeWorld(
      PracticeDns dns, List<InetAddress> root, List<InetAddress> registry, Instant now) {
    this.dns = dns;
    this.registry = registry;
    this.signing = Signing.from(now).denial(Denial.Nsec3.plain());
    this.rootServers =
        """
        a.root.test. A %s
        b.root.test. A %s
        """
            .formatted(root.getFirst().getHostAddress(), root.getLast().getHostAddress());
    publish();
    var test = dns.zone("test");
    dns.serve(
        PracticeZone.of(
                ".",
                """
                @ SOA a.root.test. hostmaster.root.test. 1 7200 1800 1209600 300
                @ NS a.root.test.
                @ NS b.root.test.
                """)
            .with(rootServers + test.nameServers() + test.delegationSigner())
            .signed(Signing.from(now)),
        root.toArray(InetAddress[]::new));
  }

  /// Starts the servers of the root and of `test`, and a resolver beside them.
  public static PracticeWorld start(Instant now) throws IOException {
    var dns = PracticeDns.start();
    try {
      return new PracticeWorld(
          dns, List.of(dns.open(), dns.open()), List.of(dns.open(), dns.open()), now);
    } catch (IOException | RuntimeException e) {
      dns.close();
      throw e;
    }
  }

  /// The servers, to open more of them and to make them misbehave.
  public PracticeDns dns() {
    return dns;
  }

  /// Serves a domain at some addresses, and delegates it from `test` as its own zone would have it.
  public void put(PracticeZone zone, InetAddress... at) {
    put(List.of(zone), at);
  }

  /// The same for many domains at once.
  public synchronized void put(Collection<PracticeZone> zones, InetAddress... at) {
    for (var zone : zones) {
      dns.serve(zone, at);
      delegations.put(zone.domain(), zone.nameServers() + zone.delegationSigner());
    }
    publish();
  }

  /// Has `test` say something else about a domain than its own zone does: lines of a zone file, in
  /// which a name is relative to `test` unless it ends in a dot.
  public synchronized void delegate(String domain, String lines) {
    delegations.put(domain, lines);
    publish();
  }

  /// Takes a domain out of the world.
  public synchronized void withdraw(String domain) {
    dns.forget(domain);
    delegations.remove(domain);
    publish();
  }

  private void publish() {
    serial++;
    dns.serve(
        PracticeZone.of(
                "test",
                """
                @ SOA a.registry hostmaster.registry %d 7200 1800 1209600 300
                @ NS a.registry
                @ NS b.registry
                a.registry A %s
                b.registry A %s
                """
                    .formatted(
                        serial,
                        registry.getFirst().getHostAddress(),
                        registry.getLast().getHostAddress()))
            .with(rootServers + String.join("", delegations.values()))
            .signed(signing),
        registry.toArray(InetAddress[]::new));
  }

  @Override
  public void close() throws IOException {
    dns.close();
  }
}
