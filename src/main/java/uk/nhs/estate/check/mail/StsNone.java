package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.text.StsPolicy.Mode;

/// Finds policies that say that there is none.
public record StsNone() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.sts-none",
          ADVISORY,
          "The MTA-STS policy is taken back",
          """
          With mode: none, senders deliver as if the domain had no policy: whoever sits on the way \
          of mail can read or change it.\
          """,
          """
          If the policy was taken back for a change that is over, set mode: testing, read the TLS \
          reports, and go on to mode: enforce.\
          """,
          Transport.STS_POLICY,
          rfc(8461, "5"),
          rfc(8461, "8.3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Transport.ofPolicy(
        mail, policy -> Verdict.passIf(policy.mode() != Mode.NONE, "mode: none"));
  }
}
