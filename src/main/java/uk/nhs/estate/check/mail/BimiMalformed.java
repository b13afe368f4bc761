package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.Published;

/// Finds BIMI records that break their grammar.
public record BimiMalformed() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.bimi-malformed",
          INFORMATIONAL,
          "The BIMI record cannot be read",
          """
          Whoever shows logos beside mail takes no notice of a record that breaks the rules, or of \
          several: the logo is not shown.\
          """,
          """
          Publish one TXT record at default._bimi such as v=BIMI1; l=https://…/logo.svg; \
          a=https://…/certificate.pem, or delete it.\
          """,
          Transport.BIMI,
          Transport.bimi("4.3"),
          Transport.bimi("7.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Verdict.ofExistingName(
        mail.txt(),
        _ ->
            Published.bimi(mail.name(), mail) instanceof Published.Several<?> several
                ? Transport.several(several, "BIMI")
                : Transport.malformed(Published.bimi(mail.name(), mail), "BIMI"));
  }
}
