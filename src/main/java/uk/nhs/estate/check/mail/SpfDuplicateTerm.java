package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds SPF records of the domain's own that say something twice.
public record SpfDuplicateTerm() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.spf-duplicate-term",
          INFORMATIONAL,
          "The SPF record says something twice",
          """
          It makes no difference to who may send, but each include costs its look-ups again.\
          """,
          """
          Keep one of the terms. What a record includes already need not be included again.\
          """,
          Spf.COMMAND,
          rfc(7208, "4.6.4"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Spf.ofTree(mail, tree -> Spf.ofOwnTerms(tree, tree.duplicates()));
  }
}
