package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.time.Duration;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.text.StsPolicy.Mode;

/// Finds enforced policies that senders soon forget.
public record StsMaxAgeShort() implements Check.OfMail {

  /// What the NCSC asks for; the RFC says "in the range of weeks or greater" (§3.2).
  private static final Duration LEAST = Duration.ofDays(14);

  private static final Rule RULE =
      Rule.of(
          "mail.sts-max-age-short",
          INFORMATIONAL,
          "Senders keep the MTA-STS policy for less than two weeks",
          """
          A sender is protected by the policy that it has kept. The shorter it keeps it, the more \
          often somebody on the way can keep a new one from it.\
          """,
          "Set max_age to 1209600 (two weeks) or more once the policy is enforced.",
          Transport.STS_POLICY,
          rfc(8461, "3.2"),
          rfc(8461, "10.2"),
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
            policy.mode() == Mode.ENFORCE
                ? Verdict.passIf(
                    policy.maxAge().compareTo(LEAST) >= 0,
                    "max_age: " + policy.maxAge().toSeconds())
                : new Verdict.NotApplicable("the policy is not enforced"));
  }
}
