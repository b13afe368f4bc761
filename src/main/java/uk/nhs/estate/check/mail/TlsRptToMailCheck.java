package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Locale;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.Published;
import uk.nhs.estate.observation.text.TlsRptRecord;

/// Finds domains that report to a service that is no more.
public record TlsRptToMailCheck() implements Check.OfMail {

  private static final String MAIL_CHECK = "@mailcheck.service.ncsc.gov.uk";

  private static final Rule RULE =
      Rule.of(
          "mail.tls-rpt-to-mail-check",
          INFORMATIONAL,
          "Reports on TLS still go to the retired Mail Check",
          """
          The NCSC retired Mail Check on 31 March 2026. Reports that are sent there are read by \
          nobody.\
          """,
          """
          Put an address of your own, or of a service that reads such reports for you, into the \
          record at _smtp._tls.\
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
        mail,
        () ->
            switch (Published.tlsRpt(mail.name(), mail)) {
              case Published.Hidden<?>(var obstacle) -> new Verdict.Unknown(obstacle);
              case Published.One<TlsRptRecord>(var record, _) ->
                  Verdict.passIf(
                      record.addresses().stream().noneMatch(TlsRptToMailCheck::isOfMailCheck),
                      "rua=" + String.join(",", record.addresses()));
              case Published.None<?> _, Published.Several<?> _, Published.Malformed<?> _ ->
                  new Verdict.NotApplicable("it has no valid TLS-RPT record");
            });
  }

  private static boolean isOfMailCheck(String address) {
    return address.toLowerCase(Locale.ROOT).contains(MAIL_CHECK);
  }
}
