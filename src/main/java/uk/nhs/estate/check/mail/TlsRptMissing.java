package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.Published;

/// Finds domains that ask for no reports on TLS.
public record TlsRptMissing() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.tls-rpt-missing",
          INFORMATIONAL,
          "Nobody is told when mail cannot be protected on its way",
          """
          Senders could report every day how often TLS, MTA-STS and DANE worked on the way to the \
          domain. Without TLS-RPT, an attack or a certificate that has expired goes unnoticed \
          until people miss mail.\
          """,
          "Publish one TXT record at _smtp._tls such as v=TLSRPTv1; rua=mailto:tls-reports@DOMAIN.",
          Transport.TLS_RPT,
          rfc(8460, "3"),
          Transport.NCSC);

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Transport.ofReceiver(
        mail,
        () ->
            switch (Published.tlsRpt(mail.name(), mail)) {
              case Published.Hidden<?>(var obstacle) -> new Verdict.Unknown(obstacle);
              case Published.None<?> _ ->
                  new Verdict.Fail(
                      "",
                      "no TXT record at _smtp._tls." + mail.name() + " begins with v=TLSRPTv1;");
              case Published.One<?> _, Published.Several<?> _, Published.Malformed<?> _ ->
                  new Verdict.Pass();
            });
  }
}
