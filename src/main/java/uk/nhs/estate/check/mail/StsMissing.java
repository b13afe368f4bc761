package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.Published;
import uk.nhs.estate.observation.mail.Sts;

/// Finds domains that take mail and tell nobody to protect it on its way.
public record StsMissing() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.sts-missing",
          ADVISORY,
          "The domain does not have MTA-STS",
          """
          Whoever sits on the way of mail to the domain can make senders deliver it in clear text \
          or to another server, and read or change it: without MTA-STS or DANE, senders put up \
          with that.\
          """,
          """
          Publish a policy with mode: testing at https://mta-sts.DOMAIN/.well-known/mta-sts.txt \
          that lists every mail server, and announce it with a TXT record at _mta-sts such as \
          v=STSv1; id=1. Read the TLS reports, then set mode: enforce.\
          """,
          Transport.STS_RECORD,
          rfc(8461, "3.1"),
          rfc(8461, "3.2"),
          Transport.NCSC);

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Transport.ofReceiver(
        mail,
        () -> {
          var sts = Sts.of(mail);
          return switch (sts.record()) {
            case Published.Hidden<?>(var obstacle) -> new Verdict.Unknown(obstacle);
            case Published.None<?> _ ->
                sts.servesAPolicy()
                    ? new Verdict.NotApplicable("it serves a policy that no record announces")
                    : new Verdict.Fail(
                        "", "no TXT record at _mta-sts." + mail.name() + " begins with v=STSv1;");
            case Published.One<?> _, Published.Several<?> _, Published.Malformed<?> _ ->
                new Verdict.Pass();
          };
        });
  }
}
