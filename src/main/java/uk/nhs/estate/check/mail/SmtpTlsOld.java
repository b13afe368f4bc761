package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds mail servers that agree to versions of TLS with known weaknesses.
public record SmtpTlsOld() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.smtp-tls-old",
          ADVISORY,
          "A mail server accepts TLS 1.1 or older",
          """
          Old versions can be broken by whoever is on the way. All senders that matter have \
          spoken TLS 1.2 for years.\
          """,
          "Turn off TLS 1.0, TLS 1.1 and SSL on the mail server, and keep TLS 1.2 and 1.3.",
          Smtp.CONNECT + " -tls1_1 -cipher DEFAULT@SECLEVEL=0 </dev/null",
          rfc(8996, ""),
          rfc(9325, "3.1.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Smtp.ofMet(
        mail, met -> Smtp.ofTrial(met, met.oldTls(), "it agrees to an offer of old versions: "));
  }
}
