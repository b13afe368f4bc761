package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.SpfTree.Entry;
import uk.nhs.estate.observation.text.SpfTerm;

/// Finds SPF records that include what is no SPF record, or a void one.
///
/// A name that does not exist is another rule.
public record SpfIncludeBroken() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.spf-include-broken",
          ADVISORY,
          "The SPF record includes a domain without a valid SPF record",
          """
          Receivers that get to it take SPF for broken: mail of services that stand after it \
          fails SPF, and forged mail is not refused by it.\
          """,
          """
          Remove the include if the service no longer sends for the domain. Otherwise ask the \
          supplier for the name to include.\
          """,
          "dig {name} TXT +short | grep -i v=spf1; dig <each name that it includes> TXT +short",
          rfc(7208, "5.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Spf.ofTree(mail, tree -> Spf.ofTerms(tree, SpfIncludeBroken::evidence, _ -> false));
  }

  private static Optional<String> evidence(Entry entry) {
    return entry.term() instanceof SpfTerm.Directive
        ? entry.leadsTo().flatMap(Spf::whyUnusable)
        : Optional.empty();
  }
}
