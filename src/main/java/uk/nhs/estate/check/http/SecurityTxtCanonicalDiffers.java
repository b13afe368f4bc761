package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.WebAddress;

/// Finds a security.txt that says it belongs elsewhere.
public record SecurityTxtCanonicalDiffers() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.security-txt-canonical-differs",
          INFORMATIONAL,
          "The security.txt says that it belongs to another address",
          """
          Whoever reads it must take it for a copy that somebody put there, and should not trust \
          it.\
          """,
          """
          Add a Canonical line with the address at which this site serves the file, or take the \
          Canonical lines away.\
          """,
          Commands.SECURITY_TXT,
          rfc(9116, "2.5.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Disclosure.judgeFile(
        http,
        (file, _) -> {
          var named = file.values("canonical");
          var asked =
              http.securityTxt().hops().stream().map(hop -> WebAddress.parse(hop.url())).toList();
          return Verdict.passIf(
              named.isEmpty()
                  || named.stream().anyMatch(value -> asked.contains(WebAddress.parse(value))),
              "it was found at "
                  + http.securityTxt().hops().getLast().url()
                  + " and names "
                  + String.join(", ", named));
        });
  }
}
