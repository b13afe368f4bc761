package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.MailRoute;

/// Finds domains that are not used for mail and to whose website mail is sent nevertheless.
public record ParkedNullMxMissing() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.parked-null-mx-missing",
          INFORMATIONAL,
          "The domain takes no mail, but does not say so by a null MX record",
          """
          Mail that is sent to it by mistake goes to the address of its website. It waits for \
          days before its sender learns that nobody reads it.\
          """,
          """
          Publish one MX record with preference 0 and a full stop in place of the host. Where \
          the DNS provider does not offer that, leave it.\
          """,
          "dig {name} MX +short; dig {name} A +short; dig {name} AAAA +short",
          rfc(7505, "3"),
          rfc(5321, "5.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Parked.ofUnused(
        mail, () -> mail.exchanges().isEmpty() ? judgeImplied(mail) : new Verdict.Pass());
  }

  private static Verdict judgeImplied(MailFacts mail) {
    var domain = MailRoute.of(mail, mail.name()).servers().getFirst();
    if (!domain.addresses().isEmpty()) {
      return new Verdict.Fail("", "no MX record; " + Mx.implied(mail));
    }
    return domain.isPartlyHidden()
        ? new Verdict.Unknown(Mx.implied(mail))
        : new Verdict.NotApplicable("mail for it goes nowhere: it has no address");
  }
}
