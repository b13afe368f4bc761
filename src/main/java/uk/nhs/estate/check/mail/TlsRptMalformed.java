package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.Published;

/// Finds TLS-RPT records that break their grammar.
public record TlsRptMalformed() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.tls-rpt-malformed",
          INFORMATIONAL,
          "The record that asks for reports on TLS cannot be read",
          """
          Senders take no notice of it, and nobody is told when mail cannot be protected on its \
          way.\
          """,
          """
          Publish v=TLSRPTv1; rua=mailto:tls-reports@DOMAIN, with addresses of the form mailto: or \
          https: that are parted by commas.\
          """,
          Transport.TLS_RPT,
          rfc(8460, "3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Transport.ofReceiver(
        mail, () -> Transport.malformed(Published.tlsRpt(mail.name(), mail), "TLS-RPT"));
  }
}
