package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.text.StsPolicy.Mode;

/// Finds mail servers that an enforced policy keeps mail from, while it allows others.
public record StsServerForbidden() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.sts-server-forbidden",
          ADVISORY,
          "The MTA-STS policy forbids a mail server of the domain",
          """
          The policy is enforced, and a mail server in the MX records is not in it. Senders who \
          know MTA-STS do not use it: when the others are down, or if it is the first, mail waits.\
          """,
          """
          Add an mx: line to the policy for it and change the id in the record at _mta-sts, or \
          take it out of the MX records.\
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
          return Transport.notAllowed(mail, policy).size() == mail.exchangeNames().size()
              ? new Verdict.NotApplicable("the policy forbids every mail server")
              : Transport.ofAllowed(mail, policy);
        });
  }
}
