package uk.nhs.estate.probe.dns;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.practice.AwkwardZones;
import uk.nhs.estate.practice.PracticeWorld;
import uk.nhs.estate.practice.PracticeZone;
import uk.nhs.estate.practice.Signing;
import uk.nhs.estate.probe.Lab;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.register.DomainName;

/// A private world of names, a domain in it with two name servers, and a prober aimed at it.
final class DnsLab implements Closeable {
  static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  static final String DOMAIN = "ferry.test";

  /// Two tries, as short as a busy machine allows.
  static final List<Duration> TRIES = List.of(Duration.ofMillis(700), Duration.ofMillis(1400));

  final PracticeWorld world;
  final InetAddress first;
  final InetAddress second;
  final ScannerSettings settings;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  final Dialler dialler;
  final DnsProbe probe;

  private DnsLab(PracticeWorld world, Duration perDomain, int perSecond, int inFlight)
      throws IOException {
    this.world = world;
    this.first = world.dns().open();
    this.second = world.dns().open();
    world.put(sound(), first, second);
    var aimed =
        new ScannerSettings.Dns(
            world.dns().dnsPort(),
            world.dns().rootHints(),
            world.dns().trustAnchor(),
            null,
            TRIES,
            perDomain,
            perSecond,
            inFlight);
    this.settings = Lab.dns(Lab.settings(world.dns().resolver(), 80, 443), aimed);
    this.dialler = new Dialler(settings);
    this.probe = new DnsProbe(settings, dialler, threads, InstantSource.fixed(NOW));
  }

  static DnsLab start() throws IOException {
    return start(Duration.ofSeconds(20));
  }

  /// @param perDomain the time for all the questions about one domain
  static DnsLab start(Duration perDomain) throws IOException {
    return new DnsLab(PracticeWorld.start(NOW), perDomain, 1000, 100);
  }

  /// @param perSecond questions to one address in any second
  /// @param inFlight questions to one address at once
  static DnsLab start(int perSecond, int inFlight) throws IOException {
    return new DnsLab(PracticeWorld.start(NOW), Duration.ofSeconds(20), perSecond, inFlight);
  }

  /// The signed domain with nothing wrong.
  PracticeZone sound() {
    return AwkwardZones.sound(DOMAIN, first, second).signed(Signing.from(NOW));
  }

  DnsFacts look() {
    return look(DOMAIN);
  }

  DnsFacts look(String name) {
    return probe.look(DomainName.parse(name), Depth.FULL);
  }

  @Override
  public void close() throws IOException {
    threads.shutdownNow();
    dialler.close();
    world.close();
  }
}
