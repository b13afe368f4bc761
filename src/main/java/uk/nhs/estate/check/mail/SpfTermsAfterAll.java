package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.SpfTree.Reach;

/// Finds SPF records of the domain's own with terms that nobody reads.
public record SpfTermsAfterAll() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.spf-terms-after-all",
          INFORMATIONAL,
          "The SPF record has terms after all, which are ignored",
          """
          Whoever put them there expects these servers to pass, and they do not.\
          """,
          """
          Move the terms before all if those servers send for the domain. Otherwise remove \
          them.\
          """,
          Spf.COMMAND,
          rfc(7208, "5.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Spf.ofTree(mail, tree -> Spf.ofOwnTerms(tree, Spf.never(tree, Reach.AFTER_ALL)));
  }
}
