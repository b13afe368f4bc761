package uk.nhs.estate.check.dangling;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Pointer.Kind;

/// Finds SPF records that let whoever registers a domain send in the name of this one.
public record SpfDomainFree() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dangling.spf-domain-free",
          URGENT,
          "The SPF record trusts a domain that nobody has registered",
          """
          Whoever registers that domain says who may send mail for this one: their mail passes \
          SPF, and with it DMARC. The registry says that the domain does not exist; it may \
          keep it back, but that is luck.\
          """,
          """
          Remove the term from the SPF record at once. If the domain was yours, find out why \
          it was not renewed, and register it again.\
          """,
          "dig {name} TXT +short | grep -i v=spf1; whois <the domain that it names>",
          rfc(7208, "5.2"),
          rfc(7208, "11.4"),
          rfc(8020, "2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Dangling.free(dns, Kind.SPF);
  }
}
