package uk.nhs.estate.cli;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.policy.Catalogue;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.store.FactsJson;

/// Lists the checks, or explains one.
@Command(
    name = "checks",
    description =
        "Lists every check, or explains one: what it finds, why it matters, how to fix it.",
    footer = {"", "Example: estate checks http.hsts-missing"},
    mixinStandardHelpOptions = true)
final class ChecksCommand implements Callable<Integer> {
  @Spec CommandSpec spec;

  @Parameters(
      paramLabel = "CHECK",
      arity = "0..1",
      description = "The id of a check, such as http.hsts-missing.")
  @Nullable String id;

  @Option(names = "--json", description = "Print JSON.")
  boolean json;

  @Override
  public Integer call() {
    var out = spec.commandLine().getOut();
    if (id != null) {
      var rule = rule(id);
      out.println(json ? FactsJson.write(rule) : words(rule));
    } else if (json) {
      out.println(FactsJson.write(Catalogue.rules()));
    } else {
      Catalogue.rules()
          .forEach(
              rule ->
                  out.printf("%-44s %-14s %s%n", rule.id(), rule.severity().words(), rule.title()));
    }
    return 0;
  }

  static Rule rule(String id) {
    return Catalogue.rules().stream()
        .filter(rule -> rule.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new Refusal("check", "There is no check " + id + ". 'estate checks' lists them."));
  }

  static String words(Rule rule) {
    var text = new StringBuilder();
    text.append("%s: %s%n".formatted(rule.severity().words(), rule.title()));
    text.append("  Check     %s%n".formatted(rule.id()));
    text.append("  Why       %s%n".formatted(rule.why()));
    text.append("  Fix       %s%n".formatted(rule.fix()));
    text.append("  See it    %s".formatted(rule.commandFor("NAME")));
    for (var standard : rule.standards()) {
      text.append("%n  Standard  %s, %s".formatted(standard.title(), standard.link()));
    }
    return text.toString();
  }
}
