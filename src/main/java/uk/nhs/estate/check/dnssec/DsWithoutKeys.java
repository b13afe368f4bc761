package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Security.Reason;

/// Finds domains whose parent vouches for keys, and that have none.
public record DsWithoutKeys() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dnssec.ds-without-keys",
          URGENT,
          "The parent says that the domain is signed, and it is not",
          """
          Resolvers that check signatures refuse to answer, so that for their users the \
          website and the mail are gone. Most often the domain moved to name servers \
          that do not sign it.\
          """,
          """
          Have the parent remove the DS record at once, through the registrar or, under \
          nhs.uk, NHS England's DNS team; or have the new name servers sign the zone \
          with the old keys.\
          """,
          Commands.DS_AND_KEYS,
          rfc(4035, "5.2"),
          rfc(6781, "4.3.3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Bogus.judge(dns, Zone.vouched(dns), Reason.KEYS_MISSING);
  }
}
