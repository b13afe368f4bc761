package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.text.DmarcRecord.Policy;

/// Finds DMARC policies that are still being tried out.
public record DmarcTesting() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dmarc-testing",
          INFORMATIONAL,
          "The DMARC policy is only being tried out",
          """
          With t=y receivers are asked to apply a policy one step weaker than the one that is \
          written. Older receivers do not know the tag and apply it in full.\
          """,
          "When the reports show that no mail of yours fails, delete t=y.",
          "dig _dmarc.{name} TXT +short",
          rfc(9989, "4.7"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dmarc.ofOwnRecord(
        mail,
        record ->
            record.policy().filter(policy -> policy != Policy.NONE).isEmpty()
                ? new Verdict.NotApplicable("its policy is none, or counts as none")
                : Verdict.passIf(!record.isTesting(), record.text()));
  }
}
