package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.text.DkimKey.Revoked;

/// Finds keys that were taken back.
public record DkimKeyRevoked() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dkim-key-revoked",
          INFORMATIONAL,
          "A DKIM key has been revoked",
          """
          The record says that its key is not valid any more, by leaving it empty. That is the right way to \
          end a key; mail that is still signed with it fails.\
          """,
          """
          Make sure that nothing signs with this selector any more. When mail signed with it has long been \
          delivered, the record can go.\
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
        mail,
        key -> key.key() instanceof Revoked ? Optional.of("the tag p is empty") : Optional.empty());
  }
}
