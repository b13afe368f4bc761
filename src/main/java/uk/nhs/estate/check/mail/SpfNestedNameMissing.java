package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds SPF records that lead, by way of other records, to a name that does not exist.
///
/// What the record of the domain itself names is a matter of the rules on dangling records, unless
/// macros write the name; a domain that anybody could register is [SpfNestedDomainFree].
public record SpfNestedNameMissing() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
              "mail.spf-nested-name-missing",
              ADVISORY,
              "By way of other records, SPF leads to a name that does not exist",
              """
              An include or a redirect of it makes receivers take SPF for broken; other terms cost \
              a look-up for nothing. Whoever gets hold of that name one day may send in the name \
              of this domain.\
              """,
              """
              Tell whoever runs the record that names it. If the service no longer sends for the \
              domain, remove the include that leads there.\
              """,
              "dig {name} TXT +short | grep -i v=spf1; dig <each name that it includes> TXT +short",
              rfc(7208, "5.2"),
              rfc(7208, "4.6.4"))
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
                    Spf.missing(tree, entry)
                        .filter(name -> !(entry.isAllowing() && name.provesThatItsDomainIsFree()))
                        .map(name -> name.name() + " does not exist"),
                entry -> Spf.mayBeMissing(tree, entry)));
  }
}
