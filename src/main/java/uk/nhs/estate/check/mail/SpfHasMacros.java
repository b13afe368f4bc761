package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds SPF records of the domain's own that differ from mail to mail.
///
/// Where such a term leads was looked at for a sample of a mail, if at all, and nothing is counted
/// against it.
public record SpfHasMacros() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.spf-has-macros",
          INFORMATIONAL,
          "The SPF record uses macros, which can only be checked for a sample",
          """
          What it allows depends on each mail, so that nobody can tell from outside who may \
          send. Some receivers do not handle macros well.\
          """,
          """
          If the service offers an include without macros, use that. Otherwise ask it who may \
          send by this term.\
          """,
          Spf.COMMAND,
          rfc(7208, "7"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Spf.ofTree(mail, tree -> Spf.ofOwnTerms(tree, tree.macros()));
  }
}
