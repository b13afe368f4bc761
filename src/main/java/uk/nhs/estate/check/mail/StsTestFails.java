package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds mail servers that a policy would keep mail from if it were enforced.
public record StsTestFails() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.sts-test-fails",
          INFORMATIONAL,
          "The MTA-STS policy in test would forbid a mail server",
          """
          Mail is delivered, since the policy is only tested. Once it is enforced, senders who \
          know MTA-STS will not use this mail server.\
          """,
          """
          Add an mx: line to the policy for it and change the id in the record at _mta-sts, before \
          you set mode: enforce.\
          """,
          Transport.STS_SERVERS,
          rfc(8461, "4.1"),
          rfc(8461, "5"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Transport.ofPolicy(
        mail,
        policy ->
            switch (policy.mode()) {
              case TESTING -> Transport.ofAllowed(mail, policy);
              case ENFORCE ->
                  Transport.notAllowed(mail, policy).isEmpty()
                      ? new Verdict.Pass()
                      : new Verdict.NotApplicable("the policy is not in test any more");
              case NONE -> new Verdict.NotApplicable("the policy is taken back");
            });
  }
}
