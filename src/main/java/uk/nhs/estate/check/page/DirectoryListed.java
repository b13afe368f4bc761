package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.Severity.ADVISORY;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.page.Telltale;

/// Finds folders whose files anybody may list.
public record DirectoryListed() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "page.directory-listed",
          ADVISORY,
          "The site lists the files in a folder",
          "Visitors find files that no page links to, such as copies and exports.",
          """
          Switch directory listing off (Options -Indexes, autoindex off), and see what was \
          readable.\
          """,
          Commands.PAGE,
          new Standard("CWE-548", "https://cwe.mitre.org/data/definitions/548.html"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Verdict.ofMarkups(
        http,
        markup ->
            Telltale.of(markup, Telltale.Kind.LISTING).stream()
                .map(shown -> new Fault("", shown.whose()))
                .toList());
  }
}
