package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.SpfTree.State;

/// Finds SPF records that lead back to themselves.
public record SpfLoop() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.spf-loop",
          ADVISORY,
          "The SPF record leads back to itself",
          """
          Receivers go round until they have counted too many look-ups, and take SPF for \
          broken.\
          """,
          """
          Remove the include or the redirect that closes the circle.\
          """,
          "dig {name} TXT +short | grep -i v=spf1; dig <each name that it includes> TXT +short",
          rfc(7208, "4.6.4"),
          rfc(7208, "5.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Spf.ofTree(
        mail,
        tree ->
            Spf.ofTerms(
                tree,
                entry ->
                    entry
                        .leadsTo()
                        .filter(node -> node.state() instanceof State.Loop)
                        .map(node -> Spf.way(node.path())),
                _ -> false));
  }
}
