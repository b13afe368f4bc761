package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds DMARC records that not every older receiver can read.
public record DmarcPolicyNotSecond() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dmarc-policy-not-second",
          INFORMATIONAL,
          "The DMARC policy does not follow the version at once",
          """
          RFC 7489 wants p straight after v. Receivers that still hold to it may take no \
          notice of the record.\
          """,
          "Move p to the second place: v=DMARC1; p=… and the other tags after it.",
          "dig _dmarc.{name} TXT +short",
          rfc(7489, "6.4"),
          rfc(9989, "4.8"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dmarc.ofOwnRecord(
        mail, record -> Verdict.passIf(record.hasPolicySecond(), record.text()));
  }
}
