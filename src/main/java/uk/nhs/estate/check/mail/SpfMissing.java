package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds domains in use for mail that do not say who may send for them. [ParkedSpfMissing] finds
/// those that are not in use.
public record SpfMissing() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.spf-missing",
          URGENT,
          "The domain has no SPF record",
          """
          Receivers cannot tell the domain's own mail from forged mail by the server that sends \
          it.\
          """,
          """
          Publish one TXT record that lists every service that sends mail for the domain, such \
          as v=spf1 include:spf.protection.outlook.com -all.\
          """,
          "dig {name} TXT +short",
          rfc(7208, "4.5"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Parked.unlessUnused(
        mail,
        Verdict.ofExistingName(
            mail.txt(),
            records -> {
              var selection = Spf.selection(mail);
              return selection.records().isEmpty() && !selection.nearMisses().isEmpty()
                  ? new Verdict.NotApplicable("it has a record that is not recognised as SPF")
                  : Verdict.passIf(
                      !selection.records().isEmpty(),
                      "none of " + records.size() + " TXT records begins with v=spf1");
            }));
  }
}
