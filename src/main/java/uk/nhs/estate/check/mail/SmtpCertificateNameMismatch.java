package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.CertificateNames;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds mail servers that show the certificate of another name.
public record SmtpCertificateNameMismatch() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.smtp-certificate-name-mismatch",
          INFORMATIONAL,
          "The certificate of a mail server is for another name",
          """
          Most senders deliver all the same, without knowing to whom. Before the domain can \
          use MTA-STS, the certificate must be for the name in the MX record.\
          """,
          """
          Have a certificate issued that lists the name in the MX record as a subject \
          alternative name, or name the server in the MX record as its certificate does.\
          """,
          Smtp.NAMES,
          rfc(9525, "6.3"),
          rfc(8461, "4.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Smtp.ofCertificates(
        mail, (server, chain) -> CertificateNames.judge(chain.getFirst(), server.host()));
  }
}
