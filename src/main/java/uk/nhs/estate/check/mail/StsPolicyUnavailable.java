package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.Sts;

/// Finds domains whose announced policy is not there.
public record StsPolicyUnavailable() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
              "mail.sts-policy-unavailable",
              ADVISORY,
              "Senders cannot fetch the MTA-STS policy",
              """
              The domain announces a policy, and senders get something else. Those who have not \
              kept an older one deliver as if there were none, and those who have will lose it.\
              """,
              """
              Serve the policy with status 200 at https://mta-sts.DOMAIN/.well-known/mta-sts.txt \
              itself: senders follow no redirect. If the domain is to have no policy, serve one \
              with mode: none until the longest max_age is over, then delete the record.\
              """,
              Transport.STS_POLICY,
              rfc(8461, "3.3"))
          .seenTwice();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Transport.ofFetched(
        mail,
        fetched ->
            switch (fetched) {
              case Sts.Refused(var why) -> new Verdict.Fail("", Sts.url(mail.name()) + ": " + why);
              case Sts.Untrusted _ ->
                  new Verdict.NotApplicable("senders do not believe the host of the policy");
              case Sts.Served _ -> new Verdict.Pass();
            });
  }
}
