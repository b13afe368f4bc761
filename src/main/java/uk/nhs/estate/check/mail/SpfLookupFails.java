package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.mail.SpfTree;
import uk.nhs.estate.observation.mail.SpfTree.Entry;
import uk.nhs.estate.observation.mail.SpfTree.State;

/// Finds SPF records that lead to names whose servers answer with an error.
///
/// Silence may be an accident of the way there, and is unknown. An error is a name server's own
/// word: every receiver gets it, and must put the mail off (RFC 7208 §2.6.6). It counts when a
/// second look meets it too. The servers of the domain itself are judged by what else they answer,
/// by rules of the DNS.
public record SpfLookupFails() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
              "mail.spf-lookup-fails",
              ADVISORY,
              "A name that the SPF record leads to cannot be looked up",
              """
              Its name servers answer with an error. Receivers put mail off until they answer, and \
              some deliver without SPF.\
              """,
              """
              If the name is a supplier's, tell them. If the service no longer sends for the \
              domain, remove the term.\
              """,
              "dig {name} TXT +short | grep -i v=spf1; dig <each name that it includes> TXT +short",
              rfc(7208, "2.6.6"),
              rfc(7208, "4.4"))
          .seenTwice();

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
                    obstacle(entry)
                        .filter(one -> one.kind() == Obstacle.Kind.NAME_SERVERS_FAILED)
                        .map(Obstacle::words),
                entry -> obstacle(entry).isPresent()));
  }

  private static Optional<Obstacle> obstacle(Entry entry) {
    if (entry.outcome() instanceof SpfTree.Hidden(var obstacle)) {
      return Optional.of(obstacle);
    }
    return entry
        .leadsTo()
        .flatMap(
            node ->
                node.state() instanceof State.Hidden(var obstacle)
                    ? Optional.of(obstacle)
                    : Optional.empty());
  }
}
