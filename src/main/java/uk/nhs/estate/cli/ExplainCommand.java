package uk.nhs.estate.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.nhs.estate.check.Assessor;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.scan.Rules;
import uk.nhs.estate.store.FactsJson;
import uk.nhs.estate.store.Observations;
import uk.nhs.estate.store.TargetRow;
import uk.nhs.estate.store.Targets;

/// Shows what a verdict rests on.
@Command(
    name = "explain",
    description = {
      "Explains a verdict: the check, what was seen last of the domain or site, and what the check"
          + " makes of it now.",
      "It reads what the register has kept and looks at nothing again."
    },
    footer = {"", "Example: estate explain www.example.nhs.uk http.hsts-missing"},
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  @Spec CommandSpec spec;
  @Mixin DatabaseOption database;
  @Mixin ConfigOption config;

  @Parameters(paramLabel = "NAME", description = "A domain or site of the register.")
  String name;

  @Parameters(paramLabel = "CHECK", description = "The id of a check; 'estate checks' lists them.")
  String id;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Override
  public Integer call() {
    var parsed = DomainName.parse(name);
    var rule = ChecksCommand.rule(id);
    try (var service = Service.start(database.share(), config.read(), Map.of())) {
      var rules = service.bean(Rules.class);
      var check =
          rules.checks(rules.policy()).stream()
              .filter(candidate -> candidate.rule().id().equals(id))
              .findFirst()
              .orElseThrow(
                  () -> new Refusal("check", id + " does not count: the policy turns it off."));
      var target =
          service
              .bean(Targets.class)
              .find(check.target().name(), parsed.ascii())
              .orElseThrow(() -> notRegistered(check));
      var observations = service.bean(Observations.class);
      var row =
          observations
              .last(target.id())
              .orElseThrow(() -> new Refusal("name", parsed + " has not been looked at yet."));
      print(check, target, observations.read(row, target.target()));
    }
    return 0;
  }

  private Refusal notRegistered(Check check) {
    return new Refusal(
        "name",
        "The register has no %s %s; %s judges a %s."
            .formatted(ScanReport.kind(check.target()), name, id, ScanReport.kind(check.target())));
  }

  private void print(Check check, TargetRow target, Observation observation) {
    var verdict =
        new Assessor(List.of(check)).assess(observation).judgements().getFirst().verdict();
    var seen = new LinkedHashMap<String, Sighting>();
    check.needs().stream().sorted().forEach(topic -> seen.put(topic.name(), observation.of(topic)));
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(FactsJson.write(new Explained(target.name(), id, verdict, seen)));
      return;
    }
    out.println(ChecksCommand.words(check.rule()));
    out.printf("%n%s, seen %s%n", target.name(), observation.seenAt());
    out.println("  " + Terminal.safe(words(verdict)));
    out.println("\nWhat was seen:");
    out.println(FactsJson.writeForPeople(seen));
  }

  /// The same as JSON.
  record Explained(String name, String check, Verdict verdict, Map<String, Sighting> seen) {}

  private static String words(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Pass _ -> "Positive: nothing wrong was seen";
      case Verdict.Fail(var faults, _) ->
          "Failed: "
              + String.join(
                  "; ",
                  faults.stream()
                      .map(f -> (f.subject().isEmpty() ? "" : f.subject() + ": ") + f.evidence())
                      .toList());
      case Verdict.NotApplicable(var reason) -> "Not applicable: " + reason;
      case Verdict.Unknown(var reason, _) -> "Could not check: " + reason;
    };
  }
}
