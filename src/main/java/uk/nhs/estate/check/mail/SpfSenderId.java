package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds records of Sender ID, which nobody reads any more.
public record SpfSenderId() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.spf-sender-id",
          INFORMATIONAL,
          "The domain still has a Sender ID record",
          """
          Sender ID was given up in 2012. The record lengthens every answer for nothing, and \
          people take it for SPF.\
          """,
          """
          Delete the TXT record that begins with spf2.0.\
          """,
          "dig {name} TXT +short | grep -i spf2",
          rfc(6686, ""));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Verdict.ofExistingName(
        mail.txt(),
        _ -> {
          var records = Spf.selection(mail).senderIds();
          return Verdict.passIf(records.isEmpty(), String.join("; ", records));
        });
  }
}
