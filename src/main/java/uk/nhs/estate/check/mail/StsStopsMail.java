package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.text.StsPolicy.Mode;

/// Finds enforced policies that keep all mail away.
public record StsStopsMail() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.sts-stops-mail",
          URGENT,
          "The MTA-STS policy forbids every mail server of the domain",
          """
          The policy is enforced, and no mail server in the MX records is in it: senders who know \
          MTA-STS, the largest among them, do not deliver mail to the domain.\
          """,
          """
          Add an mx: line to the policy for every mail server, and change the id in the record at \
          _mta-sts. Until that is done, set mode: testing.\
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
        policy -> {
          if (policy.mode() != Mode.ENFORCE) {
            return new Verdict.NotApplicable("the policy is not enforced");
          }
          var servers = mail.exchangeNames();
          return Verdict.passIf(
              Transport.notAllowed(mail, policy).size() < servers.size(),
              "the mail servers are %s; the policy allows only %s"
                  .formatted(String.join(", ", servers), String.join(", ", policy.patterns())));
        });
  }
}
