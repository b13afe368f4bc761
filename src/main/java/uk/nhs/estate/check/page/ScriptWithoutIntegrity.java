package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.page.Markup;

/// Finds scripts and stylesheets that come from another registered name without `integrity`.
public record ScriptWithoutIntegrity() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "page.script-without-integrity",
          INFORMATIONAL,
          "The page runs scripts or styles of others that nothing ties to their content",
          """
          Whoever changes the file at the other party changes the page: what visitors see, and \
          what they type.\
          """,
          """
          Add integrity with a sha384 digest and crossorigin=anonymous where the file has a \
          version that does not change, or serve a copy from the site itself.\
          """,
          Commands.SCRIPTS,
          Standards.INTEGRITY);

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Verdict.ofMarkups(http, ScriptWithoutIntegrity::faults);
  }

  private static List<Fault> faults(Markup markup) {
    return Loaded.by(markup).stream()
        .filter(one -> one.takesIntegrity() && one.isOfOthers(markup) && one.integrity() == null)
        .map(one -> new Fault(one.address().host(), one.what() + " " + one.address()))
        .toList();
  }
}
