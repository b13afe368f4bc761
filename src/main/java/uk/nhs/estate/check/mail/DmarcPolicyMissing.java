package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds DMARC records that say nothing of what is to be done.
public record DmarcPolicyMissing() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dmarc-policy-missing",
          ADVISORY,
          "The DMARC record has no policy",
          """
          Without p the record counts as p=none: forged mail is delivered like any other. \
          Receivers that follow RFC 7489 may take no notice of the record.\
          """,
          """
          Add p=none straight after v=DMARC1 while you read the reports, then go on to \
          p=quarantine and p=reject.\
          """,
          "dig _dmarc.{name} TXT +short",
          rfc(9989, "4.7"),
          rfc(7489, "6.3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dmarc.ofOwnRecord(
        mail, record -> Verdict.passIf(record.tags().containsKey("p"), record.text()));
  }
}
