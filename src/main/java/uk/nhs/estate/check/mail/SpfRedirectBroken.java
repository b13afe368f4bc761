package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.SpfTree.Entry;
import uk.nhs.estate.observation.text.SpfTerm;

/// Finds SPF records that hand over to what is no SPF record, or a void one.
///
/// A name that does not exist is another rule.
public record SpfRedirectBroken() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.spf-redirect-broken",
          URGENT,
          "The SPF record redirects to a domain without a valid SPF record",
          """
          The record there counts in place of this one. Receivers take SPF for broken: it \
          protects nothing, and mail may be refused.\
          """,
          """
          Publish one valid SPF record at the name that redirect gives, or put the terms into \
          the record of the domain itself.\
          """,
          "dig {name} TXT +short | grep -i v=spf1; dig <each name that it includes> TXT +short",
          rfc(7208, "6.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Spf.ofTree(mail, tree -> Spf.ofTerms(tree, SpfRedirectBroken::evidence, _ -> false));
  }

  private static Optional<String> evidence(Entry entry) {
    return entry.term() instanceof SpfTerm.Redirect
        ? entry.leadsTo().flatMap(Spf::whyUnusable)
        : Optional.empty();
  }
}
