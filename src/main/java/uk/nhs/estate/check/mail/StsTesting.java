package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.text.StsPolicy.Mode;

/// Finds policies that do not protect mail yet.
public record StsTesting() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.sts-testing",
          INFORMATIONAL,
          "The MTA-STS policy is only tested",
          """
          With mode: testing, senders report what goes wrong and deliver all the same: mail is not \
          protected on its way yet.\
          """,
          """
          When the TLS reports show no failures for two weeks, set mode: enforce and change the id \
          in the record at _mta-sts.\
          """,
          Transport.STS_POLICY,
          rfc(8461, "5"),
          Transport.NCSC);

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Transport.ofPolicy(
        mail,
        policy ->
            policy.mode() == Mode.NONE
                ? new Verdict.NotApplicable("the policy is taken back")
                : Verdict.passIf(policy.mode() == Mode.ENFORCE, "mode: testing"));
  }
}
