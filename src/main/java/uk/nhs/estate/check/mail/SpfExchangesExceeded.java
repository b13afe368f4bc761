package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.SpfTree;
import uk.nhs.estate.observation.text.SpfMechanism;
import uk.nhs.estate.observation.text.SpfTerm;

/// Finds `mx` terms of SPF records that stand for more mail servers than receivers look at.
public record SpfExchangesExceeded() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.spf-exchanges-exceeded",
          ADVISORY,
          "An mx term of the SPF record stands for more than 10 mail servers",
          """
          Receivers that look at more than 10 mail servers of one name take SPF for broken.\
          """,
          """
          List the addresses of the servers that send with ip4 and ip6 in place of mx.\
          """,
          "dig {name} TXT +short | grep -i v=spf1; dig <each name that it includes> TXT +short",
          rfc(7208, "4.6.4"),
          rfc(7208, "5.4"));

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
                    entry.outcome() instanceof SpfTree.TooManyExchanges(var exchanges)
                        ? Optional.of(exchanges + " mail servers")
                        : Optional.empty(),
                entry -> entry.outcome() instanceof SpfTree.Hidden && isMx(entry.term())));
  }

  private static boolean isMx(SpfTerm term) {
    return term instanceof SpfTerm.Directive(_, _, _, SpfMechanism.Mx _);
  }
}
