package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.text.DmarcRecord.Policy;

/// Finds domains whose DMARC policy stops short of refusing forged mail.
public record DmarcPolicyQuarantine() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dmarc-policy-quarantine",
          INFORMATIONAL,
          "The DMARC policy puts forged mail aside instead of refusing it",
          """
          With p=quarantine, forged mail is still delivered to the folder for junk, where \
          people look for mail that they miss.\
          """,
          "When the reports show no mail of yours that fails for some weeks, set p=reject.",
          "dig _dmarc.{name} TXT +short",
          rfc(9989, "4.7"),
          rfc(9989, "5.1.7"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dmarc.ofPolicy(
        mail,
        (_, applies) ->
            applies.record().isTesting()
                ? new Verdict.NotApplicable("its policy is being tried out")
                : Parked.unlessUnused(
                    mail, Verdict.passIf(applies.policy() != Policy.QUARANTINE, applies.words())));
  }
}
