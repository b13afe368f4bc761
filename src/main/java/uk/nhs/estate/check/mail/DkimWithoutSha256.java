package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds keys that do not allow the one hash that counts.
public record DkimWithoutSha256() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dkim-without-sha256",
          ADVISORY,
          "A DKIM key does not allow SHA-256",
          """
          The record allows only other hash algorithms, such as SHA-1, with which receivers must not take a \
          signature for valid any more: mail signed with this selector counts as unsigned.\
          """,
          """
          Take the tag h out of the record, or let it say h=sha256, and sign with rsa-sha256.\
          """,
          Dkim.COMMAND,
          rfc(8301, "3.1"),
          rfc(6376, "3.6.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dkim.keysOfUsed(
        mail,
        key -> key.allowsSha256() ? Optional.empty() : Optional.of("h=" + key.tags().get("h")));
  }
}
