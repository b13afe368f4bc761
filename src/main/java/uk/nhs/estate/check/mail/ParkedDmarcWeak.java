package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.text.DmarcRecord.Policy;

/// Finds domains that are not used for mail and whose forged mail is not refused.
public record ParkedDmarcWeak() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.parked-dmarc-weak",
          ADVISORY,
          "The domain sends no mail, but its DMARC policy does not refuse forged mail",
          """
          All mail in its name is forged, and receivers deliver it, or put it where it can still \
          be read.\
          """,
          """
          Set p=reject and sp=reject in the DMARC record, and leave out t=y. There is no need to \
          read reports first, as nobody sends for it.\
          """,
          "dig _dmarc.{name} TXT +short; dig {name} MX +short; dig {name} TXT +short",
          rfc(9989, "4.7"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Parked.ofUnused(
        mail, () -> DmarcPolicyNone.judgePolicy(mail, policy -> policy == Policy.REJECT));
  }
}
