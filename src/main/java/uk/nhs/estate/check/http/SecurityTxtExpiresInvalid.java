package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;

/// Finds a security.txt that does not say, or not clearly, until when it counts.
public record SecurityTxtExpiresInvalid() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.security-txt-expires-invalid",
          INFORMATIONAL,
          "The security.txt has no valid Expires line",
          """
          Whoever finds a hole in the site cannot tell whether the file is still right, and must \
          not rely on it.\
          """,
          """
          Write one line such as Expires: 2027-06-30T23:59:00Z, within a year, and put it in \
          somebody's diary.\
          """,
          Commands.SECURITY_TXT,
          rfc(9116, "2.5.5"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Disclosure.judgeFile(
        http,
        (file, _) -> {
          var dates = file.values("expires");
          if (dates.size() != 1) {
            return new Verdict.Fail(
                "", dates.isEmpty() ? "no Expires line" : dates.size() + " Expires lines");
          }
          return Verdict.passIf(
              file.expires().isPresent(), "no date as RFC 3339 has it: " + dates.getFirst());
        });
  }
}
