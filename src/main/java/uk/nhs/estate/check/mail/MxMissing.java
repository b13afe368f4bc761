package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.MailUse;

/// Finds domains that send mail and do not say where answers go.
///
/// One that sends none either is a matter of [ParkedNullMxMissing].
public record MxMissing() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.mx-missing",
          INFORMATIONAL,
          "The domain sends mail, but has no MX record",
          """
          Answers and failure reports go to the address of its website, or nowhere. Some \
          receivers take no mail from a domain that takes none.\
          """,
          """
          Publish MX records that name the servers which take its mail. If nobody is to answer, \
          publish the null MX record, 0 and a full stop, so that senders know at once.\
          """,
          "dig {name} MX +short; dig {name} A +short; dig {name} AAAA +short",
          rfc(5321, "5.1"),
          rfc(7505, "3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Verdict.ofExistingName(
        mail.mx(),
        records ->
            records.isEmpty()
                ? switch (MailUse.of(mail)) {
                  case MailUse.Unused(var why) -> new Verdict.NotApplicable(why);
                  case MailUse.Hidden(var obstacle) -> new Verdict.Unknown(obstacle);
                  case MailUse.Used _ ->
                      new Verdict.Fail(
                          "",
                          "SPF lets somebody send, and there is no MX record; " + Mx.implied(mail));
                }
                : new Verdict.Pass());
  }
}
