package uk.nhs.estate.check.dangling;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Pointer.Kind;

/// Finds services that whoever registers the domain of their target provides.
public record ServiceDomainFree() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dangling.service-domain-free",
          URGENT,
          "An SRV record points into a domain that nobody has registered",
          """
          Programs of staff look the service up by this record and sign in there. Whoever \
          registers that domain answers them. The registry says that the domain does not \
          exist; it may keep it back, but that is luck.\
          """,
          """
          Remove the SRV record at once. If the domain was yours, find out why it was not \
          renewed, and register it again.\
          """,
          "dig _sip._tls.{name} SRV +short; whois <the domain of the target>",
          rfc(2782, ""),
          rfc(8020, "2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Dangling.free(dns, Kind.SERVICE);
  }
}
