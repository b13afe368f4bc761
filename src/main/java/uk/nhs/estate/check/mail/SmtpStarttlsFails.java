package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds mail servers that offer encryption and then fail to encrypt.
public record SmtpStarttlsFails() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.smtp-starttls-fails",
          URGENT,
          "A mail server offers encryption that does not work",
          """
          Senders either fall back to clear text, which whoever is on its way can read and \
          change, or do not deliver the mail at all.\
          """,
          """
          See in the server's log why TLS does not start: most often a certificate or its key \
          is missing, or only old versions of TLS are turned on.\
          """,
          Smtp.CONNECT + " </dev/null",
          rfc(3207, "4"),
          rfc(9325, "3.1.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Smtp.ofMet(
        mail,
        met -> {
          if (!met.offersTls()) {
            return new Verdict.NotApplicable("it does not offer STARTTLS");
          }
          if (met.hidden() != null) {
            return new Verdict.Unknown(met.hidden());
          }
          return Smtp.refusal(met)
              .<Verdict>map(refusal -> new Verdict.Fail("", refusal))
              .orElseGet(Verdict.Pass::new);
        });
  }
}
