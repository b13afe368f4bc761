package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Visit;

/// Finds sites that do not say whom to tell of a vulnerability.
public record SecurityTxtMissing() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.security-txt-missing",
          INFORMATIONAL,
          "The site does not say whom to tell of a vulnerability",
          """
          Whoever finds a hole in the site and means well does not know where to report it, and \
          gives up or makes it public.\
          """,
          """
          Put a text file at /.well-known/security.txt with a Contact and an Expires line; the \
          NCSC's vulnerability disclosure toolkit has an example.\
          """,
          Commands.SECURITY_TXT,
          rfc(9116, "3"),
          rfc(9116, "2.5.3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Disclosure.judge(
        http, file -> Verdict.passIf(file.saysWhomToTell(), evidence(http.securityTxt())));
  }

  private static String evidence(Visit visit) {
    var last = visit.hops().getLast();
    var body = visit.body();
    return visit.url()
        + " answers with status "
        + last.status()
        + (body != null && Disclosure.isPage(last, body)
            ? " and a page of HTML instead of a file"
            : " and no Contact line");
  }
}
