package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds SPF records of the retired record type SPF (99).
public record SpfTypeRetired() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.spf-type-retired",
          INFORMATIONAL,
          "The domain still has a record of the retired type SPF",
          """
          Receivers read the TXT record alone. The other one is forgotten when something \
          changes, and misleads people.\
          """,
          """
          Delete the record of type SPF (99), and keep the TXT record.\
          """,
          "dig {name} SPF +short",
          rfc(7208, "3.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Verdict.ofExistingName(
        mail.asked(mail.name(), "SPF"),
        records -> Verdict.passIf(records.isEmpty(), String.join("; ", records)));
  }
}
