package uk.nhs.estate.cli;

import java.io.PrintWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.register.Site;
import uk.nhs.estate.store.FactsJson;

/// Looks once at the web of a site, without a database.
@Command(
    name = "scan-web",
    description = {
      "Looks at a website once as a browser would: where http and https lead, what the page's"
          + " header tells browsers, its cookies, whom it lets read it, what it loads, its"
          + " security.txt; what is wrong with it, why it matters and how to fix it; our score, and"
          + " one comparable to MDN HTTP Observatory's.",
      "Of TLS it makes one handshake only: 'estate scan-tls' finds out the rest. Nothing is stored."
    },
    footer = {
      "",
      "Examples:",
      "  estate scan-web www.example.nhs.uk",
      "  estate scan-web www.example.nhs.uk --json",
      "  estate scan-web www.example.nhs.uk --level passive",
      "",
      "See also: estate headers, which judges headers before they are sent."
    },
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:done, nothing urgent or advisory found",
      "1:done, and something urgent or advisory was found",
      "2:the command line is not understood",
      "3:what was given is refused: a name, a file, a setting",
      "4:nothing could be seen, such as when no answer comes in time",
      "6:there is no such name, or it has no address",
      "7:nobody listens on the ports for HTTP and HTTPS",
      "70:a fault of the program itself"
    },
    mixinStandardHelpOptions = true)
final class ScanWebCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin ConfigOption config;
  @Mixin WorldOption world;

  @Parameters(paramLabel = "HOST", description = "The name of a website.")
  String host;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      description =
          "How far to go: passive (one visit), ordinary, or thorough, which asks for more origins"
              + " and only at servers that are yours to test. Default: ${DEFAULT-VALUE}.",
      defaultValue = "ordinary")
  TlsOrder.Level level = TlsOrder.Level.ORDINARY;

  @Option(names = "--json", description = "Print everything that was seen and judged as JSON.")
  boolean json;

  @Override
  public Integer call() {
    var site = PublicSuffixes.bundled().site(DomainName.parse(host));
    try (var once = new OneLook(config, world, EnumSet.of(Topic.ADDRESS, Topic.TLS, Topic.HTTP))) {
      if (Terminal.isWatched()) {
        err().println("Looking at the website " + site + " …");
      }
      var seen = once.look().atWeb(site, level.allowed());
      var report = once.ofWeb(seen);
      var out = spec.commandLine().getOut();
      var hidden = hidden(site, seen);
      if (json) {
        out.println(FactsJson.write(report));
      } else if (hidden.isEmpty()) {
        Narrow.print(out, report::print);
      } else {
        Narrow.print(out, wide -> ScanReport.print(wide, report.report().findings()));
      }
      hidden.ifPresent(why -> err().println("estate: " + Terminal.safe(why.words())));
      return hidden
          .map(Hidden::status)
          .orElseGet(() -> ScanCommand.status(List.of(report.report())));
    }
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }

  /// Why nothing was seen, and the status that says so.
  record Hidden(int status, String words) {}

  static Optional<Hidden> hidden(Site site, Observation seen) {
    return switch (seen.of(Topic.HTTP)) {
      case Sighting.Unseen(_, var obstacle) ->
          Optional.of(
              new Hidden(status(obstacle), site + " could not be looked at: " + obstacle.words()));
      case Sighting.Seen(_, HttpFacts http)
          when http.plain().end() instanceof Visit.NobodyListens
              && http.secure().end() instanceof Visit.NobodyListens ->
          Optional.of(
              new Hidden(TlsLook.NOBODY_LISTENS, "Nobody listens for HTTP or HTTPS at " + site));
      case Sighting.Seen _ -> Optional.empty();
    };
  }

  private static int status(Obstacle obstacle) {
    return switch (obstacle.kind()) {
      case NO_ADDRESS -> TlsLook.NO_SUCH_NAME;
      case FORBIDDEN_ADDRESS -> EstateCommand.REFUSED;
      default -> EstateCommand.NOTHING_SEEN;
    };
  }
}
