package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.MailUse;
import uk.nhs.estate.observation.text.DmarcRecord.Policy;

/// Finds DMARC records that ask for no reports.
public record DmarcReportAddressMissing() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dmarc-report-address-missing",
          ADVISORY,
          "The DMARC record asks for no reports",
          """
          Without reports nobody learns who sends in the name of the domain, nor that mail of \
          its own is turned away.\
          """,
          """
          Add rua=mailto: with a mailbox of yours, or of a service that reads the reports for \
          you.\
          """,
          "dig _dmarc.{name} TXT +short",
          rfc(9989, "4.7"),
          rfc(9990, "3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dmarc.ofOwnRecord(
        mail,
        record -> {
          boolean needsNone =
              MailUse.of(mail) instanceof MailUse.Unused
                  && record.policy().filter(Policy.REJECT::equals).isPresent();
          return needsNone
              ? new Verdict.NotApplicable("it is not used for mail, and has all of it refused")
              : Verdict.passIf(record.tags().containsKey("rua"), record.text());
        });
  }
}
