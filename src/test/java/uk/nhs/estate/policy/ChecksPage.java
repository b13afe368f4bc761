package uk.nhs.estate.policy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Severity;

/// Writes `docs/checks.md`: every check in the words that people read.
final class ChecksPage {
  private ChecksPage() {}

  static String of(List<Rule> rules) {
    return """
    # The checks

    <!-- Generated from the checks themselves; make it anew with: mvn test -Dregenerate=true -->

    %d checks: %s. Each judges one fault; what it could not see it calls unknown, which opens,
    closes and costs nothing. Where it says *seen twice*, a fault counts once a second look has seen it
    too.

    %s
    %s\
    """
        .formatted(
            rules.size(),
            Arrays.stream(Severity.values())
                .map(severity -> count(rules, severity) + " " + severity.words())
                .collect(Collectors.joining(", ")),
            table(rules),
            rules.stream().map(ChecksPage::section).collect(Collectors.joining()));
  }

  private static long count(List<Rule> rules, Severity severity) {
    return rules.stream().filter(rule -> rule.severity() == severity).count();
  }

  private static String table(List<Rule> rules) {
    return rules.stream()
        .map(
            rule ->
                "| [%s](#%s) | %s | %s |\n"
                    .formatted(
                        rule.id(),
                        rule.id().replace(".", ""),
                        rule.severity().words(),
                        rule.title()))
        .collect(Collectors.joining("", "| check | severity | says |\n|---|---|---|\n", ""));
  }

  private static String section(Rule rule) {
    return """

    ## %s

    **%s** (%s)

    %s

    *What to do:* %s

    ```
    %s
    ```

    %s
    """
        .formatted(
            rule.id(),
            rule.title(),
            rule.severity().words() + (rule.mustBeSeenTwice() ? ", *seen twice*" : ""),
            rule.why(),
            rule.fix(),
            rule.command(),
            rule.standards().stream()
                .map(standard -> "[%s](%s)".formatted(standard.title(), standard.link()))
                .collect(Collectors.joining(" · ")));
  }
}
