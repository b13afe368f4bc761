package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.Severity.ADVISORY;

import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.page.Markup;

/// Finds files with a digest that browsers refuse to load, since the request is not a CORS one.
public record IntegrityWithoutCrossorigin() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "page.integrity-without-crossorigin",
          ADVISORY,
          "A file of another origin has integrity but no crossorigin",
          """
          Browsers cannot check what they may not read, so they refuse to load the file, and the \
          page lacks it.\
          """,
          """
          Add crossorigin=anonymous to the element; the other party must send \
          Access-Control-Allow-Origin.\
          """,
          Commands.SCRIPTS,
          Standards.INTEGRITY);

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Verdict.ofMarkups(http, IntegrityWithoutCrossorigin::faults);
  }

  private static List<Fault> faults(Markup markup) {
    return Loaded.by(markup).stream()
        .filter(one -> one.takesIntegrity() && one.isCrossOrigin(markup))
        .filter(one -> one.crossorigin() == null && one.isTied())
        .map(one -> new Fault(one.address().host() + one.address().path(), one.what()))
        .toList();
  }
}
