package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.Severity.ADVISORY;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.page.Markup;
import uk.nhs.estate.observation.text.WebAddress;
import uk.nhs.estate.register.ScriptLibraries;

/// Finds JavaScript libraries whose version shows and has known faults.
///
/// @param libraries those that are known
public record LibraryVulnerable(ScriptLibraries libraries) implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "page.library-vulnerable",
          ADVISORY,
          "The page runs a JavaScript library with known faults",
          """
          Some of them let others run scripts in the page, if the page uses the library in the way \
          that is at fault.\
          """,
          "Update the library, or the content management system or theme that brings it.",
          Commands.SCRIPTS,
          new Standard(
              "OWASP Top 10: Vulnerable and Outdated Components",
              "https://owasp.org/Top10/A06_2021-Vulnerable_and_Outdated_Components/"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Verdict.ofMarkups(http, this::faults);
  }

  private List<Fault> faults(Markup markup) {
    var faults = new ArrayList<Fault>();
    for (var script : markup.scripts()) {
      if (script.src() == null) {
        add(libraries.inScript(script.text()), "in the page", faults);
      } else {
        markup
            .resolve(script.src())
            .filter(WebAddress::isOfTheWeb)
            .ifPresent(to -> add(libraries.inPath(to.path()), to.toString(), faults));
      }
    }
    return faults;
  }

  private static void add(List<ScriptLibraries.Found> found, String where, List<Fault> to) {
    for (var one : found) {
      if (!one.weaknesses().isEmpty()) {
        var ids =
            one.weaknesses().stream()
                .flatMap(weakness -> weakness.ids().stream())
                .distinct()
                .collect(Collectors.joining(", "));
        to.add(new Fault(one.name(), one.version() + ": " + ids + "; " + where));
      }
    }
  }
}
