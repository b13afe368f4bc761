package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.Published;

/// Finds domains whose MTA-STS is void because it is announced more than once.
public record StsSeveral() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.sts-several",
          ADVISORY,
          "The domain has more than one MTA-STS record",
          """
          Senders must then take it that the domain has no policy: mail to it is not protected on \
          its way.\
          """,
          "Keep one TXT record at _mta-sts and delete the others.",
          Transport.STS_RECORD,
          rfc(8461, "3.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Transport.ofReceiver(
        mail, () -> Transport.several(Published.sts(mail.name(), mail), "MTA-STS"));
  }
}
