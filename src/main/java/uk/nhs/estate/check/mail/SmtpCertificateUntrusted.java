package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.ChainOfTrust;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.certificate.Anchors;

/// Finds mail servers whose certificate no public authority vouches for. Its dates and names are
/// other checks' business.
///
/// @param anchors the certification authorities that are believed
public record SmtpCertificateUntrusted(Anchors anchors) implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.smtp-certificate-untrusted",
          INFORMATIONAL,
          "The certificate of a mail server is not publicly trusted",
          """
          Most senders deliver all the same, without knowing to whom. Before the domain can \
          use MTA-STS, the certificate must be trusted.\
          """,
          """
          Install a certificate of a public certification authority, with every intermediate \
          certificate that came with it.\
          """,
          Smtp.CHAIN,
          rfc(5280, "6.1"),
          rfc(8461, "4.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Smtp.ofCertificates(
        mail, (server, chain) -> new ChainOfTrust(chain, anchors).judge(server.seenAt()));
  }
}
