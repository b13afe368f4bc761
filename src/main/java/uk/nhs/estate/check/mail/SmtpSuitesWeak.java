package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.OfferedSuites;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.tls.CipherSuite;

/// Finds mail servers with cipher suites that protect little.
///
/// Between mail servers weak encryption is better than none (RFC 7435 §3), and whoever does not
/// check the certificate loses nothing by anonymous suites: so those count that can be read by who
/// listens, and less than at a website.
public record SmtpSuitesWeak() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.smtp-suites-weak",
          INFORMATIONAL,
          "A mail server offers cipher suites that protect little",
          """
          Mail that is sent in them can be read by whoever records it: they encrypt nothing, or \
          with RC4, DES or keys made short for export. Senders that matter know better ones.\
          """,
          "Take NULL, EXPORT, DES and RC4 suites out of the list of the mail server.",
          Smtp.CONNECT + " -tls1_2 -cipher 'RC4:DES:eNULL@SECLEVEL=0' </dev/null",
          rfc(9325, "4.1"),
          rfc(7435, "3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Smtp.ofPosture(
        mail,
        posture ->
            OfferedSuites.without(
                posture, OfferedSuites.TLS_1_3_AND_BEFORE, SmtpSuitesWeak::isWeak));
  }

  private static boolean isWeak(CipherSuite suite) {
    return suite.isKnown() && (suite.bits() < 112 || suite.cipher().equals("RC4"));
  }
}
