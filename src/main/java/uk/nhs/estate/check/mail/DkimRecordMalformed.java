package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds key records that break the grammar.
public record DkimRecordMalformed() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dkim-record-malformed",
          ADVISORY,
          "A DKIM record is malformed",
          """
          Receivers may take no notice of a record that breaks the rules of how it is written; mail signed \
          with this selector then counts as unsigned.\
          """,
          """
          Correct the record: tags such as v=DKIM1, k=rsa and p=…, parted by semicolons, each once, v first, \
          without quotation marks or backslashes that a form has added.\
          """,
          Dkim.COMMAND,
          rfc(6376, "3.2"),
          rfc(6376, "3.6.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dkim.keysOfUsed(
        mail,
        key ->
            key.errors().isEmpty()
                ? Optional.empty()
                : Optional.of(String.join("; ", key.errors())));
  }
}
