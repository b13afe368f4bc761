package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds domains that are not used for mail and can be forged.
public record ParkedDmarcMissing() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.parked-dmarc-missing",
          URGENT,
          "The domain sends no mail, but has no valid DMARC record against forged mail",
          """
          Receivers are not told to refuse mail in the domain's name, all of which is forged. \
          Domains that nobody looks after are forged for that reason.\
          """,
          """
          Publish the TXT record v=DMARC1; p=reject; sp=reject at _dmarc below the domain. \
          There is no need to go by way of p=none, as nobody sends for it.\
          """,
          "dig _dmarc.{name} TXT +short; dig {name} MX +short; dig {name} TXT +short",
          rfc(9989, "4.7"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Parked.ofUnused(mail, () -> DmarcMissing.judgeRecord(mail));
  }
}
