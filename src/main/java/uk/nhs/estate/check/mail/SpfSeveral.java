package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds domains whose SPF is void because it is given more than once.
public record SpfSeveral() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.spf-several",
          URGENT,
          "The domain has more than one SPF record",
          "Receivers must then take SPF for broken: it protects nothing, and mail may be refused.",
          "Put every sender into one record and delete the others.",
          "dig {name} TXT +short | grep -i v=spf1",
          rfc(7208, "4.5"),
          rfc(7208, "3.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Verdict.ofExistingName(
        mail.txt(),
        _ -> {
          int records = mail.spf().size();
          return records == 0
              ? new Verdict.NotApplicable("it has no SPF record")
              : Verdict.passIf(records == 1, records + " SPF records");
        });
  }
}
