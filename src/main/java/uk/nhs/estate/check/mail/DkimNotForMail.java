package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds keys that are not meant for mail.
public record DkimNotForMail() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dkim-not-for-mail",
          INFORMATIONAL,
          "A DKIM key is not for mail",
          """
          The record names services that the key is for, and mail is not among them: receivers take no \
          notice of it when they check mail.\
          """,
          """
          If mail is signed with this selector, take the tag s out of the record, or let it say s=email. \
          A key for reports of TLS (s=tlsrpt) is right as it is.\
          """,
          Dkim.COMMAND,
          rfc(6376, "3.6.1"),
          rfc(8460, "3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dkim.keysOfUsed(
        mail, key -> key.isForMail() ? Optional.empty() : Optional.of("s=" + key.tags().get("s")));
  }
}
