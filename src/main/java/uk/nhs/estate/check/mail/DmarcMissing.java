package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds domains in use for mail without a DMARC record of their own that receivers go by;
/// [ParkedDmarcMissing] has those which are not in use.
public record DmarcMissing() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dmarc-missing",
          URGENT,
          "The domain has no valid DMARC record",
          """
          Receivers are not told what to do with mail that is forged in the domain's name, and \
          nobody is told that it is forged.\
          """,
          """
          Publish one TXT record at _dmarc below the domain. Begin with \
          v=DMARC1; p=none; rua=mailto:… to learn who sends, then go on to p=quarantine and \
          p=reject.\
          """,
          "dig _dmarc.{name} TXT +short",
          rfc(9989, "4.7"),
          rfc(9989, "4.10"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Parked.unlessUnused(mail, Verdict.ofExistingName(mail.txt(), _ -> judgeRecord(mail)));
  }

  /// What is to be said of a domain that exists, whatever it is used for.
  static Verdict judgeRecord(MailFacts mail) {
    return Verdict.ofLookup(mail.dmarc(), _ -> judgeRecords(mail));
  }

  private static Verdict judgeRecords(MailFacts mail) {
    var records = mail.dmarcRecords();
    if (records.isEmpty()) {
      return new Verdict.Fail(
          "", "no TXT record at " + mail.dmarc().name() + " begins with v=DMARC1");
    }
    if (records.size() > 1) {
      return new Verdict.Fail("", records.size() + " records, of which receivers take no notice");
    }
    return Verdict.passIf(
        records.getFirst().policy().isPresent(),
        "a policy that is none, and nowhere to report to: " + records.getFirst().tags());
  }
}
