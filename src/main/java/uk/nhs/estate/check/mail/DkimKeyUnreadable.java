package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.text.DkimKey.Ed25519;
import uk.nhs.estate.observation.text.DkimKey.OfOtherType;
import uk.nhs.estate.observation.text.DkimKey.Revoked;
import uk.nhs.estate.observation.text.DkimKey.Rsa;
import uk.nhs.estate.observation.text.DkimKey.Unreadable;

/// Finds records whose key receivers cannot read.
public record DkimKeyUnreadable() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dkim-key-unreadable",
          ADVISORY,
          "A DKIM key cannot be read",
          """
          Receivers cannot check mail that is signed with this selector: it counts as unsigned, and may \
          fail DMARC.\
          """,
          """
          Publish the record again, exactly as the service that signs gives it to you: a long key is often \
          cut off, or loses a character, when it is pasted into a form.\
          """,
          Dkim.COMMAND,
          rfc(6376, "3.6.1"),
          rfc(8463, "4.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dkim.keysOfUsed(
        mail,
        key ->
            switch (key.key()) {
              case Unreadable(var why) -> Optional.of(why);
              case OfOtherType(var type) ->
                  Optional.of("it is of the type " + type + ", which receivers do not know");
              case Revoked _, Rsa _, Ed25519 _ -> Optional.empty();
            });
  }
}
