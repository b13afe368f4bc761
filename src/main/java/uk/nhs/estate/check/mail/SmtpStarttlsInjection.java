package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds mail servers that take what was sent in clear text for encrypted.
public record SmtpStarttlsInjection() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.smtp-starttls-injection",
          URGENT,
          "A mail server mixes clear text into encrypted mail",
          """
          Somebody on the way can put commands before the encryption starts that the server \
          carries out as the sender's own, and so can take mail or a password.\
          """,
          """
          Update the mail server, or the firewall that speaks TLS in its place: what is \
          received behind STARTTLS must be discarded.\
          """,
          Smtp.INJECTION,
          rfc(3207, "4.2"),
          new Standard("CVE-2011-0411", "https://www.cve.org/CVERecord?id=CVE-2011-0411"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Smtp.ofMet(
        mail,
        met ->
            Smtp.ofTrial(
                met, met.injection(), "a command sent behind STARTTLS was answered under TLS: "));
  }
}
