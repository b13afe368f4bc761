package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.function.Predicate;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.text.DmarcRecord.Policy;

/// Finds domains whose DMARC policy only watches.
public record DmarcPolicyNone() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dmarc-policy-none",
          ADVISORY,
          "The DMARC policy does nothing about forged mail",
          "With p=none, mail that is forged in the domain's name is delivered like any other.",
          """
          Read the reports until every service that sends for the domain passes, then set \
          p=quarantine, and p=reject after that. Leave out t=y, which weakens the policy.\
          """,
          "dig _dmarc.{name} TXT +short",
          rfc(9989, "4.7"),
          rfc(9989, "5.1.7"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Parked.unlessUnused(mail, judgePolicy(mail, policy -> policy != Policy.NONE));
  }

  /// What is to be said of a domain that exists, whatever it is used for.
  static Verdict judgePolicy(MailFacts mail, Predicate<Policy> sound) {
    return Dmarc.ofPolicy(
        mail,
        (discovery, applies) -> {
          boolean saysNothing =
              discovery.inherited().isEmpty() && !applies.record().tags().containsKey("p");
          return saysNothing
              ? new Verdict.NotApplicable("its record has no policy")
              : Verdict.passIf(
                  sound.test(applies.policy()), applies.words() + ": " + applies.record().text());
        });
  }
}
