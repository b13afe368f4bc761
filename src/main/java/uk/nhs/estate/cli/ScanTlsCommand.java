package uk.nhs.estate.cli;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.probe.dns.DnsProbe;
import uk.nhs.estate.probe.net.Addresses;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.probe.tls.TlsProbe;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.ScanLevel;
import uk.nhs.estate.settings.QuickConfig;
import uk.nhs.estate.store.FactsJson;

/// Looks once at the TLS of a host, without a database.
@Command(
    name = "scan-tls",
    description = {
      "Looks at the TLS of a host once, at each of its addresses: versions, cipher suites and who"
          + " decides their order, groups for key exchange, certificates, behaviour; what is wrong"
          + " with it, and which profiles it meets.",
      "HOST is a name or an IP address, in brackets if it is one of IPv6 and a port follows. Nothing"
          + " is stored."
    },
    footer = {
      "",
      "Examples:",
      "  estate scan-tls www.example.nhs.uk",
      "  estate scan-tls www.example.nhs.uk:8443 --json",
      "  estate scan-tls www.example.nhs.uk --address 192.0.2.80 --address 2001:db8::80",
      "  estate scan-tls 192.0.2.80 --sni www.example.nhs.uk --ca-file our-root.pem",
      "  estate scan-tls mail.example.nhs.uk --starttls smtp"
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done, nothing urgent or advisory found",
      "1:done, and something urgent or advisory was found",
      "2:the command line is not understood",
      "3:what was given is refused: a name, a port, an address, a file, a setting",
      "4:nothing could be seen, such as when no answer comes in time",
      "6:there is no such name, or it has no address",
      "7:nobody listens on the port",
      "8:what answers there does not speak TLS",
      "70:a fault of the program itself"
    },
    mixinStandardHelpOptions = true)
final class ScanTlsCommand implements Callable<Integer> {
  static final int NO_SUCH_NAME = 6;
  static final int NOBODY_LISTENS = 7;
  static final int NOT_TLS = 8;

  private static final int HTTPS = 443;
  private static final int SMTP = 25;

  /// Protocols that begin in clear text and go over to TLS.
  enum Starttls {
    SMTP
  }

  /// How far a look may go.
  enum Level {
    PASSIVE(ScanLevel.PASSIVE),
    ORDINARY(ScanLevel.ORDINARY),
    THOROUGH(ScanLevel.THOROUGH);

    private final ScanLevel allowed;

    Level(ScanLevel allowed) {
      this.allowed = allowed;
    }
  }

  @Spec CommandSpec spec;
  @Mixin ConfigOption config;
  @Mixin WorldOption world;

  @Parameters(paramLabel = "HOST[:PORT]", description = "A name or an address.")
  String host;

  @Option(
      names = "--address",
      paramLabel = "ADDRESS",
      description =
          "Go to this address and do not ask the DNS; may be given again, each address is looked"
              + " at.")
  List<String> addresses = new ArrayList<>();

  @Option(
      names = "--sni",
      paramLabel = "NAME",
      description = "The name to ask the server for. Default: HOST, if it is a name.")
  @Nullable String serverName;

  @Option(
      names = "--ca-file",
      paramLabel = "PEM",
      description =
          "The root certificates to trust. Default: those of scanner.yml, else of the Java"
              + " platform.")
  @Nullable String caFile;

  @Option(
      names = "--starttls",
      paramLabel = "PROTOCOL",
      description =
          "Ask for TLS within a protocol that begins in clear text: smtp, on port 25 unless another"
              + " is given.")
  @Nullable Starttls starttls;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description =
          "How far to go: passive (one handshake as a browser makes it), ordinary, or thorough,"
              + " which tries known flaws in a form that does no harm: only at servers that are"
              + " yours to test. Default: ${DEFAULT-VALUE}.",
      defaultValue = "ordinary")
  Level level = Level.ORDINARY;

  @Option(
      names = "--allow-network",
      paramLabel = "NETWORK",
      description =
          "A private or special network that may be connected to for this look, such as 10.0.0.0/8;"
              + " may be given again, beside those of scanner.yml.")
  List<String> allowedNetworks = new ArrayList<>();

  @Option(names = "--json", description = "Print everything that was seen and judged as JSON.")
  boolean json;

  @Override
  public Integer call() {
    var clock = InstantSource.system();
    var target = TlsTarget.parse(host, starttls == null ? HTTPS : SMTP);
    var name = serverName == null ? target.host() : DomainName.parse(serverName).ascii();
    var given = addresses.stream().map(one -> TlsTarget.address("address", one)).toList();
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var settings = QuickConfig.read(config.folder, today);
    var scanner = aimed(settings.scanner(), target.port());
    var judges =
        caFile == null
            ? TlsJudges.of(settings.policy(), "trust-store", scanner.trustStore())
            : TlsJudges.of(settings.policy(), "--ca-file", caFile);
    if (Terminal.isWatched()) {
      spec.commandLine().getErr().println("Looking at the TLS of " + target + " …");
    }
    // platform threads: it takes as long to set virtual ones up as the look itself
    try (var dialler = new Dialler(scanner);
        var threads =
            Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("look-", 0).factory())) {
      var places =
          given.isEmpty() && target.address() == null
              ? Addresses.in(
                  new DnsProbe(scanner, dialler, threads, clock).addresses().look(target.host()))
              : new Addresses.Known(
                  given.isEmpty() ? List.of(target.address()) : given, true);
      var probe = new TlsProbe(scanner, dialler, threads, clock);
      return report(probe.look(name, places, level.allowed), target, name, judges);
    }
  }

  /// The settings for this one look: its port is the only one for TLS, and the networks given are
  /// allowed. The address guard stays.
  private ScannerSettings aimed(ScannerSettings settings, int port) {
    var its = world.in(settings);
    return its.aimedAt(
        its.resolvers(),
        Stream.concat(its.allowedNetworks().stream(), allowedNetworks.stream()).toList(),
        its.httpPort(),
        starttls == null ? port : its.httpsPort(),
        starttls == null ? its.smtpPort() : port,
        its.trustStore(),
        its.dns());
  }

  private int report(Sighting sighting, TlsTarget target, String name, TlsJudges judges) {
    var report = new TlsReport(target, name, starttls, sighting, judges);
    if (json) {
      spec.commandLine().getOut().println(FactsJson.write(report.forPrograms()));
    }
    return switch (sighting) {
      case Sighting.Unseen(_, var obstacle) ->
          end(status(obstacle), target + " could not be looked at: " + obstacle.words());
      case Sighting.Seen(_, TlsFacts facts) ->
          switch (facts.outcome()) {
            case TlsFacts.NobodyListens _ ->
                end(NOBODY_LISTENS, "Nobody listens at " + facts.endpoint());
            case TlsFacts.NotTls(var answer) ->
                end(
                    NOT_TLS,
                    "What answers at " + facts.endpoint() + " does not speak TLS; it sent: " + answer);
            case TlsFacts.Completed _, TlsFacts.Failed _ -> {
              if (!json) {
                report.print(facts, spec.commandLine().getOut());
              }
              yield report.hasFaults() ? EstateCommand.FAULTS_FOUND : 0;
            }
          };
      case Sighting.Seen(var topic, _) -> throw new IllegalStateException(topic + " for TLS");
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
    spec.commandLine().getErr().println("estate: " + Terminal.safe(words));
    return status;
  }
}
