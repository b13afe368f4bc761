package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds mail servers whose certificate is out of date.
public record SmtpCertificateExpired() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.smtp-certificate-expired",
          ADVISORY,
          "The certificate of a mail server is out of date",
          """
          Most senders deliver all the same, without knowing to whom. Those who check the \
          certificate do not deliver.\
          """,
          "Renew the certificate, and find out why nothing renewed it in time.",
          Smtp.DATES,
          rfc(5280, "4.1.2.5"),
          rfc(8461, "4.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Smtp.ofCertificates(
        mail, (server, chain) -> Smtp.dates(chain.getFirst(), server.seenAt()));
  }
}
