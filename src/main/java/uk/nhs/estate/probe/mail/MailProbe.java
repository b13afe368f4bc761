package uk.nhs.estate.probe.mail;

import java.security.cert.TrustAnchor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Lookups;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.MailServerFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.mail.DkimKeys;
import uk.nhs.estate.observation.mail.DmarcDiscovery;
import uk.nhs.estate.observation.mail.MailRoute;
import uk.nhs.estate.observation.mail.MailTransport;
import uk.nhs.estate.observation.mail.SpfTree;
import uk.nhs.estate.observation.mail.Sts;
import uk.nhs.estate.probe.net.Addresses;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.probe.net.Errand;
import uk.nhs.estate.probe.net.Handshake;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.probe.net.Visitor;
import uk.nhs.estate.probe.net.Wanted;
import uk.nhs.estate.register.KnownSelectors;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.register.ScanLevel;

/// Looks at a domain's mail: what its records lead to, its MTA-STS policy and its mail servers.
///
/// What is asked of the DNS is what the readings ask by which the checks judge afterwards.
public final class MailProbe {
  /// No sound domain has more mail servers; the most wanted are met.
  private static final int MOST_SERVERS = 10;

  /// One answer: senders follow no redirect (RFC 8461 §3.3).
  private static final Errand POLICY = new Errand("text/plain", Wanted.FILE, Sts.MOST_OCTETS, 1);

  private final Function<String, Lookups> names;
  private final KnownSelectors selectors;
  private final MailServers servers;
  private final Visitor visitor;
  private final ExecutorService threads;
  private final InstantSource clock;

  /// @param names asks the DNS on behalf of a look at a domain
  /// @param selectors the DKIM selectors that are worth a try
  /// @param trusted the certification authorities by whose word senders trust a policy
  /// @param threads where the parts of one look run side by side
  public MailProbe(
      ScannerSettings settings,
      Dialler dialler,
      Function<String, Lookups> names,
      KnownSelectors selectors,
      Set<TrustAnchor> trusted,
      ExecutorService threads,
      InstantSource clock) {
    this.names = names;
    this.selectors = selectors;
    this.servers = new MailServers(settings, dialler, clock);
    this.visitor = new Visitor(settings, dialler, new Handshake(trusted));
    this.threads = threads;
    this.clock = clock;
  }

  /// Everything of a domain's mail that the level allows.
  ///
  /// @param dns what was seen of its DNS just now, which is not asked for again
  /// @param registered the DKIM selectors that its owner has registered
  /// @param found those at which keys were found before: what was seen there is to be seen again
  /// @param sharedFor how old a meeting with a mail server may be
  public MailFacts look(
      DnsFacts dns,
      ScanLevel level,
      List<String> registered,
      List<String> found,
      Duration sharedFor) {
    var when = clock.instant();
    var name = dns.name();
    var told = new Told(dns, names.apply(name));
    var first =
        new MailFacts(
            when,
            told.asked(name, "MX"),
            told.asked(name, "TXT"),
            told.asked("_dmarc." + name, "TXT"));
    if (isNothingToAsk(first)) {
      return first;
    }
    var guesses = Stream.concat(found.stream(), guesses(first).stream()).distinct().toList();
    var policy = threads.submit(() -> policy(first, told));
    var met =
        first.exchangeNames().stream()
            .limit(MOST_SERVERS)
            .map(host -> threads.submit(() -> meet(host, told, at(level, host, name), sharedFor)))
            .toList();
    sideBySide(
        () -> SpfTree.of(told, name),
        () -> told.asked(name, "SPF"),
        () -> DmarcDiscovery.of(name, told, PublicSuffixes.bundled()),
        () -> MailRoute.of(told, name),
        () -> DkimKeys.look(name, registered, guesses, told));
    var visit = joined(policy);
    var servers = met.stream().map(MailProbe::joined).toList();
    return with(first, told, registered, visit, servers);
  }

  private static MailFacts with(
      MailFacts first,
      Told told,
      List<String> registered,
      @Nullable Visit policy,
      List<MailServerFacts> servers) {
    return new MailFacts(
        first.seenAt(),
        first.mx(),
        first.txt(),
        first.dmarc(),
        told.all().stream().filter(one -> !isAmong(first, one)).toList(),
        registered,
        policy,
        servers);
  }

  /// Whether the name does not exist, or nobody answers about it.
  private static boolean isNothingToAsk(MailFacts first) {
    return first.txt().provesThatTheNameDoesNotExist()
        || Stream.of(first.mx(), first.txt(), first.dmarc())
            .allMatch(lookup -> lookup.answer() instanceof Lookup.Unasked);
  }

  private static boolean isAmong(MailFacts first, Lookup one) {
    return Stream.of(first.mx(), first.txt(), first.dmarc())
        .anyMatch(
            core -> core.type().equals(one.type()) && core.name().equalsIgnoreCase(one.name()));
  }

  private List<String> guesses(MailFacts first) {
    var spf = first.spf().stream().flatMap(record -> record.domains().stream()).toList();
    return selectors.toTry(first.exchangeNames(), spf);
  }

  /// Has several readings ask at the same time.
  @SafeVarargs
  private void sideBySide(Callable<Object>... readings) {
    Stream.of(readings).map(threads::submit).toList().forEach(MailProbe::joined);
  }

  /// Asks how mail is protected on its way, and visits the policy if there may be one.
  private @Nullable Visit policy(MailFacts first, Told told) {
    var domain = first.name();
    if (!MailTransport.ask(domain, first.exchangeNames(), told)) {
      return null;
    }
    var addresses = addresses(Sts.host(domain), told);
    return visitor.visit(HttpUrl.get(Sts.url(domain)), _ -> addresses, POLICY);
  }

  /// Who controls a domain need not control its supplier's servers: flaws are tried only at servers
  /// of the domain's own name.
  private static ScanLevel at(ScanLevel level, String host, String domain) {
    return Asked.isIn(domain, host) || !level.allows(ScanLevel.THOROUGH)
        ? level
        : ScanLevel.ORDINARY;
  }

  private MailServerFacts meet(String host, Told told, ScanLevel level, Duration sharedFor) {
    return level.allows(ScanLevel.ORDINARY)
        ? servers.meet(host, addresses(host, told), level, sharedFor)
        : new MailServerFacts(
            host,
            clock.instant(),
            new MailServerFacts.Unmet(new Obstacle(Obstacle.Kind.SCAN_LEVEL)));
  }

  private Addresses addresses(String host, Told told) {
    return Addresses.in(
        new AddressFacts(clock.instant(), told.asked(host, "A"), told.asked(host, "AAAA")));
  }

  private static <T extends @Nullable Object> T joined(Future<T> running) {
    try {
      return running.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while looking at mail", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("looking at mail failed", e.getCause());
    }
  }
}
