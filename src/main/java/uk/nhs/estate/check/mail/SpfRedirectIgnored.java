package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.SpfTree.Reach;

/// Finds SPF records of the domain's own with a `redirect` that nobody reads.
public record SpfRedirectIgnored() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.spf-redirect-ignored",
          INFORMATIONAL,
          "The SPF record has a redirect that is ignored",
          """
          A redirect counts only in a record without all. Whoever put it there expects senders \
          to pass that do not.\
          """,
          """
          Remove the redirect, or the all if the other record is to decide.\
          """,
          Spf.COMMAND,
          rfc(7208, "6.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Spf.ofTree(mail, tree -> Spf.ofOwnTerms(tree, Spf.never(tree, Reach.BESIDE_ALL)));
  }
}
