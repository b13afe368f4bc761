package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.SpfTree;

/// Finds SPF records that cost receivers more look-ups than they may make.
///
/// The count of what could be asked is enough to exceed the limit; it is not enough to keep within
/// it.
public record SpfLookupsExceeded() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.spf-lookups-exceeded",
          ADVISORY,
          "The SPF record needs more than 10 look-ups in the DNS",
          """
          Receivers stop after 10 and take SPF for broken: mail of services that stand late in \
          the record fails SPF, and forged mail is not refused by it.\
          """,
          """
          Remove services that no longer send for the domain, and names that are included \
          twice. Have bulk services send from a subdomain with a record of its own.\
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
        tree ->
            tree.lookups() > SpfTree.MOST_LOOKUPS
                ? new Verdict.Fail("", Spf.lines(tree))
                : Spf.passUnlessHidden(tree));
  }
}
