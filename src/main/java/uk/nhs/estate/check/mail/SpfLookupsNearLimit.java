package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.SpfTree;

/// Finds SPF records that are about to need too many look-ups.
public record SpfLookupsNearLimit() implements Check.OfMail {

  /// One supplier more that includes another one breaks it.
  private static final int NEAR = SpfTree.MOST_LOOKUPS - 1;

  private static final Rule RULE =
      Rule.of(
          "mail.spf-lookups-near-limit",
          INFORMATIONAL,
          "The SPF record needs almost as many look-ups as receivers allow",
          """
          Receivers allow 10. If one of the suppliers that it includes adds another, SPF \
          breaks without a change of yours.\
          """,
          """
          Remove services that no longer send for the domain before you add another.\
          """,
          "dig {name} TXT +short | grep -i v=spf1; dig <each name that it includes> TXT +short",
          rfc(7208, "4.6.4"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Spf.ofTree(mail, SpfLookupsNearLimit::judge);
  }

  private static Verdict judge(SpfTree tree) {
    if (tree.lookups() > SpfTree.MOST_LOOKUPS) {
      return new Verdict.NotApplicable("it needs more than receivers allow");
    }
    var unlessHidden = Spf.passUnlessHidden(tree);
    return unlessHidden instanceof Verdict.Pass && tree.lookups() >= NEAR
        ? new Verdict.Fail("", Spf.lines(tree))
        : unlessHidden;
  }
}
