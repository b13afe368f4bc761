package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.Published;
import uk.nhs.estate.observation.mail.Sts;

/// Finds MTA-STS policies that nobody is told of.
public record StsRecordMissing() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.sts-record-missing",
          ADVISORY,
          "An MTA-STS policy is served, but no record announces it",
          """
          Senders look for the TXT record first. Without it they never ask for the policy, and \
          mail to the domain is as unprotected as if there were none.\
          """,
          """
          Publish one TXT record at _mta-sts such as v=STSv1; id=1, with another id whenever the \
          policy changes.\
          """,
          Transport.STS_RECORD + "; " + Transport.STS_POLICY,
          rfc(8461, "3.1"));

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
            case Published.One<?> _, Published.Several<?> _, Published.Malformed<?> _ ->
                new Verdict.Pass();
            case Published.None<?> _ -> ofPolicyAlone(mail, sts);
          };
        });
  }

  private static Verdict ofPolicyAlone(MailFacts mail, Sts sts) {
    return switch (sts.fetched()) {
      case Sts.Hidden(var obstacle) -> new Verdict.Unknown(obstacle);
      case Sts.Unvisited _ -> ofHost(mail);
      case Sts.Seen _ ->
          sts.servesAPolicy()
              ? new Verdict.Fail("", Sts.url(mail.name()) + " is a valid policy")
              : none();
    };
  }

  private static Verdict ofHost(MailFacts mail) {
    for (var type : new String[] {"A", "AAAA"}) {
      var address = mail.asked(Sts.host(mail.name()), type);
      if (address.answer() instanceof Lookup.Unasked(var obstacle)) {
        return new Verdict.Unknown(obstacle);
      }
      if (address.answer() instanceof Lookup.Found) {
        return new Verdict.Unknown("nobody asked for the policy");
      }
    }
    return none();
  }

  private static Verdict none() {
    return new Verdict.NotApplicable("it has neither a record nor a policy");
  }
}
