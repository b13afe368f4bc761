package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds logos that most readers of mail do not show.
public record BimiCertificateMissing() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.bimi-certificate-missing",
          INFORMATIONAL,
          "The logo of the domain comes without a certificate",
          """
          Gmail, Apple Mail and others show a logo only if a mark certificate proves that the \
          domain may use it. Without one, few people see it.\
          """,
          """
          Have a mark certificate issued for the logo and put its address into the record as a=. \
          If that is not worth its price, nothing needs to be done.\
          """,
          Transport.BIMI,
          Transport.bimi("4.3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Transport.ofLogo(
        mail,
        record ->
            Verdict.passIf(!record.evidence().isEmpty(), "l=" + record.location() + " without a="));
  }
}
