package uk.nhs.estate.cli;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.probe.dns.DnsProbe;
import uk.nhs.estate.probe.mail.SmtpProbe;
import uk.nhs.estate.probe.net.Addresses;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.probe.tls.TlsProbe;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.settings.QuickConfig;
import uk.nhs.estate.store.FactsJson;

/// Looks once at the TLS of a host and prints what was found.
///
/// It is one short process, whose time goes into loading what it needs: so it loads no more.
final class TlsLook {
  static final int NO_SUCH_NAME = 6;
  static final int NOBODY_LISTENS = 7;
  static final int NOT_TLS = 8;

  private static final int HTTPS = 443;
  private static final int SMTP = 25;

  private final TlsOrder order;
  private final TlsTarget target;
  private final String serverName;
  private final List<InetAddress> given;
  private final PrintWriter out;
  private final PrintWriter err;

  private TlsLook(TlsOrder order, PrintWriter out, PrintWriter err) {
    this.order = order;
    this.target = TlsTarget.parse(order.host(), order.starttls() == null ? HTTPS : SMTP);
    this.serverName =
        order.serverName() == null ? target.host() : DomainName.parse(order.serverName()).ascii();
    this.given =
        order.addresses().isEmpty()
            ? target.addresses()
            : order.addresses().stream().map(text -> TlsTarget.address("address", text)).toList();
    this.out = out;
    this.err = err;
  }

  /// @return the exit status
  /// @throws uk.nhs.estate.register.Refusal when something given cannot be used
  static int at(TlsOrder order, PrintWriter out, PrintWriter err) {
    return new TlsLook(order, out, err).look();
  }

  private int look() {
    var clock = InstantSource.system();
    var settings =
        QuickConfig.read(order.config(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    var scanner = aimed(settings.scanner());
    var judges =
        order.caFile() == null
            ? TlsJudges.of(settings.policy(), settings.logs(), "trust-store", scanner.trustStore())
            : TlsJudges.of(settings.policy(), settings.logs(), "--ca-file", order.caFile());
    if (Terminal.isWatched()) {
      err.println("Looking at the TLS of " + target + " …");
    }
    // platform threads: to set virtual ones up takes as long as the look
    try (var dialler = new Dialler(scanner);
        var threads = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().factory())) {
      var places = addresses(scanner, dialler, threads, clock);
      var level = order.level().allowed();
      var sighting =
          order.starttls() == null
              ? new TlsProbe(scanner, dialler, threads, clock).look(serverName, places, level)
              : new StarttlsLook(new SmtpProbe(scanner, dialler, clock), scanner.smtpPort(), clock)
                  .at(serverName, places, level);
      return report(
          sighting,
          new TlsReport(
              target, serverName, order.starttls(), sighting, judges, settings.tlsProfiles()));
    }
  }

  /// The settings for this one look: its port is the only one for TLS, and the networks given are
  /// allowed. The address guard stays.
  private ScannerSettings aimed(ScannerSettings settings) {
    var its = order.world().in(settings);
    boolean direct = order.starttls() == null;
    return its.aimedAt(
        its.resolvers(),
        Stream.concat(its.allowedNetworks().stream(), order.allowedNetworks().stream()).toList(),
        its.httpPort(),
        direct ? target.port() : its.httpsPort(),
        direct ? its.smtpPort() : target.port(),
        its.trustStore(),
        its.dns());
  }

  private Addresses addresses(
      ScannerSettings settings, Dialler dialler, ExecutorService threads, InstantSource clock) {
    return given.isEmpty()
        ? Addresses.in(
            new DnsProbe(settings, dialler, threads, clock).addresses().look(target.host()))
        : new Addresses.Known(given, true);
  }

  private int report(Sighting sighting, TlsReport report) {
    if (order.json()) {
      out.println(FactsJson.write(report.forPrograms()));
    }
    return switch (sighting) {
      case Sighting.Unseen(_, var obstacle) ->
          end(status(obstacle), target + " could not be looked at: " + obstacle.words());
      case Sighting.Seen(_, TlsFacts facts) -> report(facts, report);
      case Sighting.Seen(var topic, _) -> throw new IllegalStateException(topic + " for TLS");
    };
  }

  private int report(TlsFacts facts, TlsReport report) {
    return switch (facts.outcome()) {
      case TlsFacts.NobodyListens _ -> end(NOBODY_LISTENS, "Nobody listens at " + facts.endpoint());
      case TlsFacts.NotTls(var answer) ->
          end(
              NOT_TLS,
              "What answers at " + facts.endpoint() + " does not speak TLS; it sent: " + answer);
      case TlsFacts.Completed _, TlsFacts.Failed _ -> {
        if (!order.json()) {
          report.print(facts, out);
        }
        yield report.hasFaults() ? EstateCommand.FAULTS_FOUND : 0;
      }
    };
  }

  private static int status(Obstacle obstacle) {
    return switch (obstacle.kind()) {
      case NO_ADDRESS -> NO_SUCH_NAME;
      case FORBIDDEN_ADDRESS -> EstateCommand.REFUSED;
      default -> EstateCommand.NOTHING_SEEN;
    };
  }

  private int end(int status, String words) {
    err.println("estate: " + Terminal.safe(words));
    return status;
  }
}
