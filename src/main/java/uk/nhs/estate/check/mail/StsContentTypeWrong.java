package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.Sts;
import uk.nhs.estate.observation.text.Reading;
import uk.nhs.estate.observation.text.StsPolicy;

/// Finds policies that some senders take for something else.
public record StsContentTypeWrong() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.sts-content-type-wrong",
          INFORMATIONAL,
          "The MTA-STS policy is not sent as plain text",
          """
          Senders should take a policy only when it is said to be plain text, lest a page that \
          somebody may put on the host passes for one. Some therefore ignore this policy.\
          """,
          "Have the web server send it with the header Content-Type: text/plain.",
          Transport.STS_POLICY,
          rfc(8461, "3.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Transport.ofFetched(
        mail,
        fetched ->
            fetched instanceof Sts.Served served
                    && served.policy() instanceof Reading.Valid<StsPolicy>
                ? Verdict.passIf(
                    served.isPlainText(),
                    served.contentType().isEmpty()
                        ? "no Content-Type header"
                        : "Content-Type: " + served.contentType())
                : new Verdict.NotApplicable("senders get no valid MTA-STS policy"));
  }
}
