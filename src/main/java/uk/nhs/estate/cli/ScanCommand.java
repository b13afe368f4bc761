package uk.nhs.estate.cli;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.nhs.estate.check.Severity;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.register.ScanLevel;
import uk.nhs.estate.register.Target;
import uk.nhs.estate.store.FactsJson;

/// Looks once, without a database.
@Command(
    name = "scan",
    description = {
      "Looks at a domain or site once and says what is wrong, why it matters and how to fix it.",
      "A registered name (such as example.nhs.uk) is looked at as a domain and as a site; a host"
          + " below it (www.example.nhs.uk) as a site. Nothing is stored."
    },
    footer = {"", "Example: estate scan www.example.nhs.uk --json"},
    mixinStandardHelpOptions = true)
final class ScanCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin ConfigOption config;
  @Mixin WorldOption world;

  @Parameters(paramLabel = "NAME", description = "A domain or host name.")
  String name;

  @Option(
      names = "--as",
      paramLabel = "KIND",
      description = "Look at it as one kind of target only: ${COMPLETION-CANDIDATES}.")
  Target.@Nullable Kind kind;

  @Option(names = "--json", description = "Print everything that was seen and judged as JSON.")
  boolean json;

  @Override
  public Integer call() {
    var reports = new ArrayList<ScanReport>();
    var targets = targets();
    try (var once = new OneLook(config, world, EnumSet.allOf(Topic.class))) {
      for (var target : targets) {
        if (Terminal.isWatched()) {
          spec.commandLine()
              .getErr()
              .println("Looking at the " + ScanReport.kind(target) + " " + target.name() + " …");
        }
        reports.add(once.report(once.look().at(target, ScanLevel.ORDINARY)));
      }
    }
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(FactsJson.write(reports));
    } else {
      reports.forEach(report -> report.print(out));
    }
    return status(reports);
  }

  private List<Target> targets() {
    var parsed = DomainName.parse(name);
    var suffixes = PublicSuffixes.bundled();
    var site = suffixes.site(parsed);
    if (kind == Target.Kind.SITE) {
      return List.of(site);
    }
    var domain = new Domain(site.domain());
    if (kind == Target.Kind.DOMAIN) {
      return List.of(domain);
    }
    return parsed.equals(domain.name()) ? List.of(domain, site) : List.of(site);
  }

  static int status(List<ScanReport> reports) {
    boolean seen =
        reports.stream()
            .flatMap(report -> report.sightings().stream())
            .anyMatch(Sighting.Seen.class::isInstance);
    if (!seen) {
      return EstateCommand.NOTHING_SEEN;
    }
    return reports.stream()
            .flatMap(report -> report.findings().stream())
            .anyMatch(finding -> finding.severity() != Severity.INFORMATIONAL)
        ? EstateCommand.FAULTS_FOUND
        : 0;
  }
}
