package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.stream.Collectors;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.SpfTree;

/// Finds SPF records in which more terms lead to nothing than receivers put up with.
public record SpfVoidsExceeded() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.spf-voids-exceeded",
          ADVISORY,
          "More than two terms of the SPF record lead to nothing",
          """
          Receivers that meet more than two names without records take SPF for broken: mail of \
          services that stand after them fails SPF.\
          """,
          """
          Remove the terms that lead to nothing, or give those names the records that are \
          asked for.\
          """,
          "dig {name} TXT +short | grep -i v=spf1; dig <each name that it includes> TXT +short",
          rfc(7208, "4.6.4"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Spf.ofTree(
        mail,
        tree -> {
          var voids = tree.voids();
          if (voids.size() > SpfTree.MOST_VOIDS) {
            return new Verdict.Fail(
                "",
                voids.stream()
                    .map(entry -> Spf.way(entry.path()) + ": " + entry.term().text())
                    .collect(Collectors.joining("; ")));
          }
          var hidden = tree.hidden();
          return hidden.isEmpty()
              ? new Verdict.Pass()
              : new Verdict.Unknown("could not ask " + String.join(", ", hidden));
        });
  }
}
