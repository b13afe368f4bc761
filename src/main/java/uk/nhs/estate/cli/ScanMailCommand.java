package uk.nhs.estate.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.mail.MailReadings;
import uk.nhs.estate.probe.LookOrder;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.ScanLevel;
import uk.nhs.estate.store.FactsJson;

/// Looks once at the mail of a name, without a database.
@Command(
    name = "scan-mail",
    description = {
      "Looks at the mail of a domain once: who may send in its name (SPF, DKIM, DMARC), and whether"
          + " mail to it is protected on its way (MX, STARTTLS, MTA-STS, TLS-RPT, DANE). Mail"
          + " servers are greeted on port 25 and asked for encryption; nothing is ever delivered.",
      "The domain is taken as it is given, also if it is not a registered name. Nothing is stored."
    },
    footer = {
      "",
      "Examples:",
      "  estate scan-mail example.nhs.uk",
      "  estate scan-mail example.nhs.uk --json --selector trust2026",
      "  estate scan-mail example.nhs.uk --light",
      "  estate scan-mail example.test --root-hints hints.txt --trust-anchor anchor.txt",
      "",
      "See also: estate spf, which says what SPF makes of one sender."
    },
    mixinStandardHelpOptions = true)
final class ScanMailCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin ConfigOption config;
  @Mixin WorldOption world;

  @Parameters(paramLabel = "NAME", description = "A domain name.")
  String name;

  @Option(
      names = "--selector",
      paramLabel = "SELECTOR",
      description = "A DKIM selector that the domain signs with; may be given again.")
  List<String> selectors = List.of();

  @Option(
      names = "--light",
      description = "Ask the DNS and fetch the MTA-STS policy only, as for scan level 1.")
  boolean light;

  @Option(names = "--json", description = "Print everything that was seen and judged as JSON.")
  boolean json;

  @Override
  public Integer call() {
    var domain = new Domain(DomainName.parse(name));
    var level = light ? ScanLevel.PASSIVE : ScanLevel.ORDINARY;
    var order = new LookOrder(domain, level, selectors, List.of(), LookOrder.ANEW);
    try (var once = new OneLook(config, world, EnumSet.of(Topic.MAIL))) {
      if (Terminal.isWatched()) {
        spec.commandLine().getErr().println("Looking at the mail of " + domain + " …");
      }
      var seen = once.look().atMail(domain, order);
      var report = once.report(seen);
      var mail =
          seen.of(Topic.MAIL) instanceof Sighting.Seen(_, MailFacts facts)
              ? Optional.of(facts)
              : Optional.<MailFacts>empty();
      var out = spec.commandLine().getOut();
      if (json) {
        var readings = mail.map(MailReadings::of).orElse(null);
        out.println(FactsJson.write(new AsJson(report, readings)));
      } else {
        mail.ifPresent(facts -> MailReport.print(facts, out));
        report.print(out);
      }
      return ScanCommand.status(List.of(report));
    }
  }

  /// What programs get.
  ///
  /// @param readings the trees behind the evidence; none when nothing was seen
  private record AsJson(ScanReport report, @Nullable MailReadings readings) {}
}
