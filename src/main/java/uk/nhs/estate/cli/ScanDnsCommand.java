package uk.nhs.estate.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.RegistrationFacts;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.ScanLevel;
import uk.nhs.estate.store.FactsJson;

/// Looks once at the DNS of a name, without a database.
@Command(
    name = "scan-dns",
    description = {
      "Looks at the DNS of a domain once: how it is delegated, signed, protected and pointed. It"
          + " asks the servers of the zone above and every server of the domain directly, from the"
          + " root downwards.",
      "The domain is taken as it is given, also if it is not a registered name. Nothing is stored."
    },
    footer = {
      "",
      "Examples:",
      "  estate scan-dns example.nhs.uk",
      "  estate scan-dns example.nhs.uk --json",
      "  estate scan-dns example.test --root-hints hints.txt --trust-anchor anchor.txt"
    },
    mixinStandardHelpOptions = true)
final class ScanDnsCommand implements Callable<Integer> {
  private static final Set<Topic> TOPICS = EnumSet.of(Topic.DNS, Topic.REGISTRATION);

  @Spec CommandSpec spec;
  @Mixin ConfigOption config;
  @Mixin WorldOption world;

  @Parameters(paramLabel = "NAME", description = "A domain name.")
  String name;

  @Option(
      names = "--light",
      description = "Ask only what a resolver would have to ask, as for scan level 1.")
  boolean light;

  @Option(names = "--json", description = "Print everything that was seen and judged as JSON.")
  boolean json;

  @Override
  public Integer call() {
    var domain = new Domain(DomainName.parse(name));
    try (var once = new OneLook(config, world, TOPICS)) {
      if (Terminal.isWatched()) {
        spec.commandLine().getErr().println("Looking at the DNS of " + domain + " …");
      }
      var level = light ? ScanLevel.PASSIVE : ScanLevel.ORDINARY;
      var report = once.report(once.look().atDns(domain, level));
      var out = spec.commandLine().getOut();
      if (json) {
        out.println(FactsJson.write(report));
      } else {
        for (var sighting : report.sightings()) {
          switch (sighting) {
            case Sighting.Seen(_, DnsFacts facts) -> DnsReport.print(facts, out);
            case Sighting.Seen(_, RegistrationFacts facts) -> DnsReport.print(facts, out);
            case Sighting.Seen _, Sighting.Unseen _ -> {}
          }
        }
        report.print(out);
      }
      boolean seen =
          report.sightings().stream()
              .anyMatch(sighting -> sighting instanceof Sighting.Seen(_, DnsFacts _));
      return seen ? ScanCommand.status(List.of(report)) : EstateCommand.NOTHING_SEEN;
    }
  }
}
