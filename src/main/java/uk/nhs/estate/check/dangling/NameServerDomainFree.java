package uk.nhs.estate.check.dangling;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Pointer.Kind;

/// Finds domains that whoever registers the domain of a name server can answer for.
public record NameServerDomainFree() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dangling.name-server-domain-free",
          URGENT,
          "A name server is in a domain that nobody has registered",
          """
          Whoever registers that domain answers for this one: they can read its mail, show \
          visitors what they like and get certificates in its name. The registry says that the \
          domain does not exist; it may keep it back, but that is luck.\
          """,
          """
          Remove the name server from the delegation and from the zone at once. If the domain \
          was yours, find out why it was not renewed, and register it again.\
          """,
          "dig {name} NS +short; whois <the domain of the name server>",
          rfc(1034, "4.2.2"),
          rfc(8020, "2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Dangling.free(dns, Kind.NAME_SERVER);
  }
}
