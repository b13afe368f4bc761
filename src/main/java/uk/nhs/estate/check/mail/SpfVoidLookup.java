package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.SpfTree;
import uk.nhs.estate.observation.mail.SpfTree.Entry;

/// Finds terms of the domain's own SPF records that ask for nothing.
///
/// A name that does not exist is another rule, and so is an `include` of a name without SPF.
public record SpfVoidLookup() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.spf-void-lookup",
          INFORMATIONAL,
          "A term of the SPF record leads to nothing",
          """
          Receivers put up with two such terms. A third makes them take SPF for broken.\
          """,
          """
          Remove the term, or give the name the record that it asks for.\
          """,
          Spf.COMMAND,
          rfc(7208, "4.6.4"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Spf.ofTree(
        mail,
        tree ->
            tree.voids().size() > SpfTree.MOST_VOIDS
                ? new Verdict.NotApplicable("more terms lead to nothing than receivers put up with")
                : Spf.ofTerms(
                    tree,
                    entry ->
                        entry.outcome() instanceof SpfTree.Void(var why, var missing)
                                && missing == null
                                && isOwn(tree, entry)
                            ? Optional.of(why)
                            : Optional.empty(),
                    entry -> entry.outcome() instanceof SpfTree.Hidden && isOwn(tree, entry)));
  }

  private static boolean isOwn(SpfTree tree, Entry entry) {
    return Spf.isOwn(tree, entry.domain());
  }
}
