package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.PointedAt;
import uk.nhs.estate.observation.mail.SpfTree;
import uk.nhs.estate.observation.mail.SpfTree.Entry;

/// Finds SPF records that trust, by way of other records, a domain that nobody has registered.
///
/// What the record of the domain itself names is a matter of the rules on dangling records, unless
/// macros write the name.
public record SpfNestedDomainFree() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.spf-nested-domain-free",
          URGENT,
          "By way of other records, SPF trusts a domain that nobody has registered",
          """
          Whoever registers that domain may send mail for this one: it passes SPF, and with it \
          DMARC. The registry says that the domain does not exist; it may keep it back, but \
          that is luck.\
          """,
          """
          Remove the include that leads there from the SPF record at once, and tell whoever \
          runs the record that names the domain.\
          """,
          "dig {name} TXT +short | grep -i v=spf1; whois <the domain that the evidence names>",
          rfc(7208, "5.2"),
          rfc(8020, "2"));

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
                        .filter(name -> entry.isAllowing() && name.provesThatItsDomainIsFree())
                        .flatMap(PointedAt::registrable)
                        .map(domain -> domain + " may be free to register"),
                entry -> entry.isAllowing() && mayBeFree(tree, entry)));
  }

  private static boolean mayBeFree(SpfTree tree, Entry entry) {
    return Spf.mayBeMissing(tree, entry)
        || Spf.missing(tree, entry)
            .flatMap(name -> Optional.ofNullable(name.registered()))
            .filter(registered -> registered.answer() instanceof Lookup.Unasked)
            .isPresent();
  }
}
