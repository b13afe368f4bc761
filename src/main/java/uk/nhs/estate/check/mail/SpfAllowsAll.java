package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.text.SpfRecord;

/// Finds SPF records that let everybody send.
public record SpfAllowsAll() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.spf-allows-all",
          URGENT,
          "The SPF record allows everybody to send mail for the domain",
          """
          It ends in +all, or in all without a sign before it, which means the same: forged mail \
          passes SPF, and with it DMARC.\
          """,
          "Replace it by -all, or by ~all until every service that sends for the domain is listed.",
          "dig {name} TXT +short | grep -i v=spf1",
          rfc(7208, "5.1"),
          rfc(7208, "4.6.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Verdict.ofExistingName(
        mail.txt(),
        _ -> {
          var records = mail.spf();
          if (records.size() != 1) {
            return new Verdict.NotApplicable("it has not exactly one SPF record");
          }
          return Verdict.passIf(
              records.getFirst().all().filter(SpfRecord.Qualifier.PASS::equals).isEmpty(),
              records.getFirst().text());
        });
  }
}
