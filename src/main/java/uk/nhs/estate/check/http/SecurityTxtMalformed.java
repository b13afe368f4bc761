package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;

/// Finds a security.txt with lines that programs do not understand.
public record SecurityTxtMalformed() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.security-txt-malformed",
          INFORMATIONAL,
          "The security.txt breaks the rules of its format",
          "Programs pass over what they do not understand, and some of them over the whole file.",
          """
          Let each line be empty, a comment that begins with #, or a field with a colon, a space \
          and a value; securitytxt.org makes a file to begin with.\
          """,
          Commands.SECURITY_TXT,
          rfc(9116, "4"),
          rfc(9116, "2.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Disclosure.judgeFile(
        http,
        (file, _) ->
            http.securityTxt().bodyCut()
                ? new Verdict.Fail("", "it is larger than anybody needs to read (RFC 9116 §5.4)")
                : Verdict.passIf(file.oddities().isEmpty(), String.join("; ", file.oddities())));
  }
}
