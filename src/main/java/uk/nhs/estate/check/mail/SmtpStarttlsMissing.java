package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds mail servers to which mail can only be sent in clear text.
public record SmtpStarttlsMissing() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.smtp-starttls-missing",
          URGENT,
          "A mail server does not offer encryption",
          """
          Mail to this server crosses the internet in clear text: whoever is on its way can \
          read and change it. Senders who insist on encryption do not deliver at all.\
          """,
          """
          Turn on STARTTLS with TLS 1.2 and 1.3. If the server does offer it to others, see \
          which firewall on the way takes it out of the answer.\
          """,
          Smtp.EHLO,
          rfc(3207, "4"),
          rfc(9325, "3.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Smtp.ofMet(
        mail,
        met ->
            met.offersTls()
                ? new Verdict.Pass()
                : new Verdict.Fail("", Smtp.refusal(met).orElseThrow()));
  }
}
