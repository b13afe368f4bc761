package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.Sts;

/// Finds policy hosts whose certificate senders do not accept.
public record StsPolicyUntrusted() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
              "mail.sts-policy-untrusted",
              ADVISORY,
              "The host of the MTA-STS policy does not prove who it is",
              """
              Senders take a policy only from a host whose certificate is valid for it. Those who \
              have not kept an older policy deliver as if there were none.\
              """,
              """
              Have a certificate issued for mta-sts.DOMAIN by an authority that browsers trust, \
              send the intermediate certificates with it, and renew it by machine.\
              """,
              Transport.STS_POLICY + " -o /dev/null -v",
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
              case Sts.Untrusted(var why) ->
                  new Verdict.Fail("", Sts.host(mail.name()) + ": " + why);
              case Sts.Served _ -> new Verdict.Pass();
              case Sts.Refused _ ->
                  new Verdict.NotApplicable("senders get no policy from it in any case");
            });
  }
}
