package uk.nhs.estate.probe;

import java.security.cert.TrustAnchor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Facts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.probe.dns.AddressProbe;
import uk.nhs.estate.probe.dns.Depth;
import uk.nhs.estate.probe.dns.DnsProbe;
import uk.nhs.estate.probe.dns.DomainLookups;
import uk.nhs.estate.probe.http.HttpProbe;
import uk.nhs.estate.probe.mail.MailProbe;
import uk.nhs.estate.probe.net.Addresses;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.probe.registration.RegistrationProbe;
import uk.nhs.estate.probe.tls.TlsProbe;
import uk.nhs.estate.register.ClaimableServices;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.KnownSelectors;
import uk.nhs.estate.register.RdapServices;
import uk.nhs.estate.register.ScanLevel;
import uk.nhs.estate.register.Site;
import uk.nhs.estate.register.Target;

/// Goes and looks at a target: every probe for it, and what each of them brought back.
///
/// Serves any number of threads; limits and politeness hold for all of them together. What the
/// network does never makes it throw.
public final class Look implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Look.class);
  private static final Obstacle STOPPING =
      new Obstacle(Kind.SCANNER_FAULT, "the scanner is stopping");
  private static final Duration FAREWELL = Duration.ofSeconds(5);

  private final ClaimableServices services;
  private final InstantSource clock;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("look-", 0).factory());
  private final Dialler dialler;
  private final DnsProbe dns;
  private final MailProbe mail;
  private final RegistrationProbe registration;
  private final AddressProbe address;
  private final TlsProbe tls;
  private final HttpProbe http;

  /// @param services those whose answer for a name that nobody has is looked for
  /// @param registries who is asked about registrations
  /// @param selectors the DKIM selectors that are worth a try
  /// @param trusted the certification authorities whose word counts on who a registry or the host
  ///     of an MTA-STS policy is
  /// @throws uk.nhs.estate.register.Refusal for a setting that cannot be used
  public Look(
      ScannerSettings settings,
      ClaimableServices services,
      RdapServices registries,
      KnownSelectors selectors,
      Set<TrustAnchor> trusted,
      InstantSource clock) {
    this.services = services;
    this.clock = clock;
    this.dialler = new Dialler(settings);
    this.dns = new DnsProbe(settings, dialler, threads, clock);
    this.address = dns.addresses();
    this.mail = new MailProbe(settings, dialler, dns::lookups, selectors, trusted, threads, clock);
    this.registration =
        new RegistrationProbe(settings, dialler, registries, trusted, address::look, clock);
    this.tls = new TlsProbe(settings, dialler, threads, clock);
    this.http = new HttpProbe(settings, dialler, address::look, clock);
  }

  /// Everything of a target that a scan level allows, whatever others have seen before.
  public Observation at(Target target, ScanLevel level) {
    return at(LookOrder.of(target, level));
  }

  /// Everything of a target that its scan level allows.
  public Observation at(LookOrder order) {
    var target = order.target();
    var when = clock.instant();
    if (!order.level().allows(ScanLevel.PASSIVE)) {
      return new Observation(target, when, unseen(target, new Obstacle(Kind.SCAN_LEVEL)));
    }
    try {
      var sightings =
          switch (target) {
            case Domain domain -> at(domain, order);
            case Site site -> at(site, order.level(), order.level());
          };
      boolean stopped = threads.isShutdown() || Thread.currentThread().isInterrupted();
      return new Observation(target, when, stopped ? unseen(target, STOPPING) : sightings);
    } catch (RejectedExecutionException _) { // closed just now
      return new Observation(target, when, unseen(target, STOPPING));
    }
  }

  /// The DNS and the registration of a domain, and nothing else.
  public Observation atDns(Domain domain, ScanLevel level) {
    var when = clock.instant();
    // beside the DNS, as a silent registry takes long
    var registration = threads.submit(() -> this.registration.look(domain.name()));
    var dns = dns(domain, level);
    return new Observation(domain, when, List.of(dns, registration(domain, registration)));
  }

  /// The mail of a domain, and nothing else.
  public Observation atMail(Domain domain, LookOrder order) {
    var when = clock.instant();
    return new Observation(
        domain, when, List.of(mail(domain, dns(domain, ScanLevel.PASSIVE), order)));
  }

  /// What a site answers over HTTP, and of its addresses and its TLS what that rests on.
  public Observation atWeb(Site site, ScanLevel level) {
    var when = clock.instant();
    return new Observation(site, when, at(site, ScanLevel.PASSIVE, level));
  }

  /// Answers of the DNS to come about a domain and whatever its records lead to, within the bounds
  /// of one look.
  ///
  /// @param domain as text; need not exist
  public DomainLookups lookups(String domain) {
    return dns.lookups(domain);
  }

  /// Questions asked directly of name servers so far, each try counted.
  public long questions() {
    return dns.questions();
  }

  private static List<Sighting> unseen(Target target, Obstacle obstacle) {
    return Arrays.stream(Topic.values())
        .filter(topic -> topic.target() == target.kind())
        .<Sighting>map(topic -> new Sighting.Unseen(topic, obstacle))
        .toList();
  }

  private List<Sighting> at(Domain domain, LookOrder order) {
    var registration = threads.submit(() -> this.registration.look(domain.name()));
    var dns = dns(domain, order.level());
    return List.of(dns, mail(domain, dns, order), registration(domain, registration));
  }

  private Sighting registration(Domain domain, Future<Sighting> looking) {
    return guarded(Topic.REGISTRATION, domain, () -> joined(looking));
  }

  private Sighting dns(Domain domain, ScanLevel level) {
    var depth = level.allows(ScanLevel.ORDINARY) ? Depth.FULL : Depth.LIGHT;
    return guarded(Topic.DNS, domain, () -> dns(domain, depth));
  }

  private Sighting dns(Domain domain, Depth depth) {
    var facts = dns.look(domain.name(), depth);
    return facts.servers().isEmpty() && facts.parentServers().isEmpty()
        ? sighting(Topic.DNS, facts, facts.soa(), facts.ns(), facts.caa())
        : new Sighting.Seen(Topic.DNS, facts);
  }

  private Sighting mail(Domain domain, Sighting dns, LookOrder order) {
    return switch (dns) {
      case Sighting.Seen(_, DnsFacts facts) ->
          guarded(Topic.MAIL, domain, () -> mail(facts, order));
      case Sighting.Seen(var topic, _) -> throw new IllegalStateException(topic + " for DNS");
      case Sighting.Unseen(_, var obstacle) -> new Sighting.Unseen(Topic.MAIL, obstacle);
    };
  }

  private Sighting mail(DnsFacts dns, LookOrder order) {
    var facts = mail.look(dns, order.level(), order.selectors(), order.found(), order.sharedFor());
    return sighting(Topic.MAIL, facts, facts.mx(), facts.txt(), facts.dmarc());
  }

  private List<Sighting> at(Site site, ScanLevel ofTls, ScanLevel ofHttp) {
    var host = site.host().ascii();
    var address = guarded(Topic.ADDRESS, site, () -> address(host));
    var addresses = addresses(address);
    if (addresses instanceof Addresses.None(var obstacle)) {
      return List.of(
          address,
          new Sighting.Unseen(Topic.TLS, obstacle),
          new Sighting.Unseen(Topic.HTTP, obstacle));
    }
    var sought = sought(address);
    return List.of(
        address,
        guarded(Topic.TLS, site, () -> tls.look(host, addresses, ofTls)),
        guarded(
            Topic.HTTP,
            site,
            () ->
                ofHttp.allows(ScanLevel.ORDINARY)
                    ? http.look(host, addresses, sought, ofHttp)
                    : http.glance(host, addresses, sought)));
  }

  private Sighting address(String host) {
    var facts = address.lookAtSite(host);
    return sighting(Topic.ADDRESS, facts, facts.a(), facts.aaaa());
  }

  private static Addresses addresses(Sighting sighting) {
    return switch (sighting) {
      case Sighting.Seen(_, AddressFacts facts) -> Addresses.in(facts);
      case Sighting.Seen(var topic, _) -> throw new IllegalStateException(topic + " for ADDRESS");
      case Sighting.Unseen(_, var obstacle) -> new Addresses.None(obstacle);
    };
  }

  private List<String> sought(Sighting address) {
    return address instanceof Sighting.Seen(_, AddressFacts facts)
        ? services.texts(facts.aliases())
        : List.of();
  }

  /// Facts, unless no question could be asked.
  private static Sighting sighting(Topic topic, Facts facts, Lookup... lookups) {
    return Arrays.stream(lookups).allMatch(one -> one.answer() instanceof Lookup.Unasked)
            && lookups[0].answer() instanceof Lookup.Unasked(var obstacle)
        ? new Sighting.Unseen(topic, obstacle)
        : new Sighting.Seen(topic, facts);
  }

  /// A fault of ours hides one topic, and no other.
  private Sighting guarded(Topic topic, Target target, Supplier<Sighting> look) {
    try {
      return look.get();
    } catch (RuntimeException e) {
      if (threads.isShutdown() || Thread.currentThread().isInterrupted()) {
        return new Sighting.Unseen(topic, STOPPING);
      }
      LOG.error("The look at {} of {} failed", topic, target, e);
      return new Sighting.Unseen(
          topic, new Obstacle(Kind.SCANNER_FAULT, e.getClass().getSimpleName()));
    }
  }

  private static Sighting joined(Future<Sighting> looking) {
    try {
      return looking.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while looking", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("looking failed", e.getCause());
    }
  }

  /// Ends the looks that are under way, and all threads and connections of ours.
  @Override
  public void close() {
    threads.shutdownNow();
    dialler.close();
    try {
      if (!threads.awaitTermination(FAREWELL.toMillis(), TimeUnit.MILLISECONDS)) {
        LOG.warn("A look did not end within {}", FAREWELL);
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
