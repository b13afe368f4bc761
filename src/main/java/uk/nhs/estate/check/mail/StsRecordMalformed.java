package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.Published;

/// Finds MTA-STS records that senders must take no notice of.
public record StsRecordMalformed() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.sts-record-malformed",
          ADVISORY,
          "The MTA-STS record cannot be read",
          """
          Senders must then take it that the domain has no policy: mail to it is not protected on \
          its way.\
          """,
          "Publish exactly v=STSv1; id=1; with letters and digits as the id, and nothing else.",
          Transport.STS_RECORD,
          rfc(8461, "3.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Transport.ofReceiver(
        mail, () -> Transport.malformed(Published.sts(mail.name(), mail), "MTA-STS"));
  }
}
