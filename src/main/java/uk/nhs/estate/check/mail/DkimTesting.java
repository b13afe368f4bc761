package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds keys that are marked as a test.
public record DkimTesting() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dkim-testing",
          INFORMATIONAL,
          "A DKIM key is marked as a test",
          """
          Receivers must not treat mail signed with it other than unsigned mail, so that the signature may \
          not help.\
          """,
          """
          Take t=y out of the record when signing works.\
          """,
          Dkim.COMMAND,
          rfc(6376, "3.6.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dkim.keysOfUsed(
        mail, key -> key.isTest() ? Optional.of("t=" + key.tags().get("t")) : Optional.empty());
  }
}
