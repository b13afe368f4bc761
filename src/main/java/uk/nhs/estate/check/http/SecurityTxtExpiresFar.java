package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.time.ZoneOffset;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;

/// Finds a security.txt that is to count for longer than a year.
public record SecurityTxtExpiresFar() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.security-txt-expires-far",
          INFORMATIONAL,
          "The security.txt is to count for more than a year",
          """
          People and mailboxes change. A file that nobody looks at for years sends reports to \
          where nobody reads them.\
          """,
          "Set Expires to less than a year ahead, and check the contact each time it is renewed.",
          Commands.SECURITY_TXT,
          rfc(9116, "2.5.5"),
          rfc(9116, "5.3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    var inAYear = http.seenAt().atOffset(ZoneOffset.UTC).plusYears(1).toInstant();
    return Disclosure.judgeFile(
        http,
        (file, _) ->
            file.expires()
                .map(end -> Verdict.passIf(!end.isAfter(inAYear), "counts until " + end))
                .orElseGet(
                    () -> new Verdict.NotApplicable("it does not say until when it counts")));
  }
}
