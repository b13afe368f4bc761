package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.Severity.URGENT;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.page.Markup;

/// Finds sign-in forms on the page to which a visit over http leads, if no encryption begins on the
/// way.
public record PasswordOverHttp() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "page.password-over-http",
          URGENT,
          "A page that came by http asks for a password",
          """
          Anybody on the way can read the password, or change the page so that it goes \
          elsewhere.\
          """,
          "Redirect the page to https before it asks for anything.",
          "curl -sSL http://{name}/ | grep -io '<input[^>]*password[^>]*>'",
          new Standard("Secure Contexts §1", "https://www.w3.org/TR/secure-contexts/"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return switch (http.plain().end()) {
      case Visit.NobodyListens _ -> new Verdict.NotApplicable("nobody answers over http");
      case Visit.Obstructed(var obstacle) -> new Verdict.Unknown(obstacle);
      case Visit.Endless _ -> new Verdict.NotApplicable("its redirects never end");
      case Visit.Answered _ -> judge(http.host(), http.plain());
    };
  }

  private static Verdict judge(String host, Visit visit) {
    var last = visit.hops().getLast();
    if (last.isHttps() || !last.host().equals(host)) {
      return new Verdict.Pass(); // what comes by http leads on
    }
    if (last.mayHideThePage()) {
      return new Verdict.Unknown("HTTP status " + last.status());
    }
    if (!Markup.isHtml(String.join(",", last.values("Content-Type")))) {
      return new Verdict.NotApplicable("what comes by http is no page");
    }
    var markup = HttpFacts.markup(visit);
    if (markup.isEmpty()) {
      return new Verdict.Unknown("the page was not read");
    }
    if (markup.get().passwords() > 0) {
      return new Verdict.Fail("", "a field for a password on " + last.url());
    }
    return markup.get().isComplete()
        ? new Verdict.Pass()
        : Verdict.Unknown.lasting("the page is too long to be read whole");
  }
}
