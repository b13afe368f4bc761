package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;

/// Finds entries of the register that have gone from the DNS.
public record NameDoesNotExist() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.name-does-not-exist",
          ADVISORY,
          "The domain does not exist in the DNS",
          """
          Nothing can be reached under it. A name that is no longer wanted should leave the \
          register; one that is wanted may have lapsed, and outside nhs.uk anybody may then \
          register it and pose as the organisation.\
          """,
          """
          If the name is no longer needed, retire it in the register, and remove every link and \
          record that still points to it. If it is needed, restore its delegation with the \
          registrar or, under nhs.uk, with NHS England's DNS team.\
          """,
          "dig {name} SOA",
          rfc(2308, "2.1"),
          rfc(8020, "2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return dns.soa().answer() instanceof Lookup.Unasked(var obstacle)
        ? new Verdict.Unknown(obstacle)
        : Verdict.passIf(
            !dns.soa().provesThatTheNameDoesNotExist(), "NXDOMAIN for " + dns.soa().name());
  }
}
