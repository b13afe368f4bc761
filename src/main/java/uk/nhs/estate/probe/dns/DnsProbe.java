package uk.nhs.estate.probe.dns;

import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.LongAdder;
import org.xbill.DNS.Name;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.register.DomainName;

/// Asks the servers of the zone above and every server of a domain how it is delegated, signed,
/// protected and pointed.
///
/// Serves any number of threads.
public final class DnsProbe {
  private final Scope.Tools tools;
  private final InstantSource clock;
  private final LongAdder questions = new LongAdder();

  /// @throws uk.nhs.estate.register.Refusal when a resolver is no address, or the root hints or
  ///     trust anchors cannot be used
  public DnsProbe(
      ScannerSettings settings, Dialler dialler, ExecutorService threads, InstantSource clock) {
    var fork = new Fork(threads);
    var zones = new Zones(dialler, settings.dns(), clock);
    this.clock = clock;
    this.tools =
        new Scope.Tools(
            dialler,
            settings.dns(),
            clock,
            fork,
            zones,
            new Authorities(zones, clock),
            new Resolver(settings, threads),
            new ServerBook(clock, fork),
            new LookupBook(clock));
  }

  /// Everything of a domain that the depth calls for.
  public DnsFacts look(DomainName domain, Depth depth) {
    var quest = new Quest(tools.settings().domain());
    var name = Name.fromConstantString(domain.ascii() + ".");
    try {
      return new DnsVisit(new Scope(tools, domain.ascii(), name, depth, quest, false)).look();
    } finally {
      questions.add(quest.questions());
    }
  }

  /// Answers to come about a domain and whatever its records lead to, within one look's bounds.
  ///
  /// @param domain as text; need not exist
  public DomainLookups lookups(String domain) {
    return new DomainLookups(tools, domain);
  }

  /// The probe of the addresses of sites, which shares what this one knows of the way to them.
  public AddressProbe addresses() {
    return new AddressProbe(
        new Names(
            tools.resolver(),
            tools.authorities(),
            tools.zones(),
            tools.fork(),
            tools.settings().domain()),
        clock);
  }

  /// Questions asked of the servers of domains so far, each try counted.
  public long questions() {
    return questions.sum();
  }
}
