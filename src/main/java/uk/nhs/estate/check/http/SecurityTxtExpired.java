package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.SecurityTxt;

/// Finds sites whose word on whom to tell of a vulnerability no longer counts.
public record SecurityTxtExpired() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.security-txt-expired",
          INFORMATIONAL,
          "The site's security.txt has expired",
          "Whoever finds a hole in the site must not rely on it, and does not report the hole.",
          "Check that the contact in the file is still right, and set Expires within a year.",
          Commands.SECURITY_TXT,
          rfc(9116, "2.5.5"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Disclosure.judge(http, file -> judge(http, file));
  }

  private static Verdict judge(HttpFacts http, SecurityTxt file) {
    if (!file.saysWhomToTell()) {
      return new Verdict.NotApplicable("it has no security.txt");
    }
    return file.expires()
        .map(end -> Verdict.passIf(end.isAfter(http.seenAt()), "expired at " + end))
        .orElseGet(() -> new Verdict.NotApplicable("it does not say until when it counts"));
  }
}
