package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds selectors with more than one record.
public record DkimSeveralRecords() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dkim-several-records",
          ADVISORY,
          "There is more than one TXT record at a DKIM selector",
          """
          What receivers do with several records is not defined: some take the first, others none, so that \
          signed mail passes or fails by chance.\
          """,
          """
          Keep the one record whose key the service signs with, and delete the others.\
          """,
          Dkim.COMMAND,
          rfc(6376, "3.6.2.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dkim.ofUsed(
        mail,
        () ->
            Dkim.selectors(
                mail,
                tried -> {
                  int records = tried.lookup().data().size();
                  return records > 1 ? Optional.of(records + " TXT records") : Optional.empty();
                }));
  }
}
