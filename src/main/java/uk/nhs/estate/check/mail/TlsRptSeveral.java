package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.Published;

/// Finds domains whose TLS-RPT is void because it is given more than once.
public record TlsRptSeveral() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.tls-rpt-several",
          INFORMATIONAL,
          "The domain asks for reports on TLS more than once",
          """
          Senders must then take it that the domain wants none, and nobody is told when mail \
          cannot be protected on its way.\
          """,
          "Put all addresses into one TXT record at _smtp._tls and delete the others.",
          Transport.TLS_RPT,
          rfc(8460, "3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Transport.ofReceiver(
        mail, () -> Transport.several(Published.tlsRpt(mail.name(), mail), "TLS-RPT"));
  }
}
