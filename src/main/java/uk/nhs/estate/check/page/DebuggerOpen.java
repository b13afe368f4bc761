package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.Severity.URGENT;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.page.Telltale;

/// Finds debuggers in which visitors can run code. They come with statuses that otherwise hide the
/// page, so the status is not asked.
public record DebuggerOpen() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "page.debugger-open",
          URGENT,
          "A debugger is open to everybody",
          """
          A number of few digits keeps strangers from running their own code on the server, and \
          sometimes not even that.\
          """,
          """
          Never run the development server on a public address: use a WSGI server, with debug \
          off.\
          """,
          Commands.PAGE,
          new Standard(
              "Werkzeug: Debugging Applications",
              "https://werkzeug.palletsprojects.com/en/stable/debug/"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Debugging.judge(http, Telltale.Kind.CONSOLE);
  }
}
