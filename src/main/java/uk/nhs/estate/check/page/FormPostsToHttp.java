package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.Severity.ADVISORY;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.page.Markup;

/// Finds forms of encrypted pages that send without encryption.
public record FormPostsToHttp() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "page.form-posts-to-http",
          ADVISORY,
          "A form sends what visitors type by http",
          """
          Anybody on the way can read and change what visitors type, though the page itself came \
          by https.\
          """,
          "Change http:// to https:// in the action of the form.",
          Commands.OVER_HTTP,
          Standards.MIXED);

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Verdict.ofMarkups(
        http, (hop, markup) -> Loaded.isUpgraded(hop, markup) ? List.of() : faults(markup));
  }

  private static List<Fault> faults(Markup markup) {
    var faults = new ArrayList<Fault>();
    for (var form : markup.forms()) {
      Stream.concat(Stream.of(form.action()), form.otherActions().stream())
          .flatMap(action -> markup.resolve(action).stream())
          .filter(to -> to.scheme().equals("http"))
          .map(to -> new Fault(to.host(), (form.password() ? "a password, to " : "") + to))
          .forEach(faults::add);
    }
    return faults;
  }
}
