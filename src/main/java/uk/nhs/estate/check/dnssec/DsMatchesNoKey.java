package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Security.Reason;

/// Finds domains whose keys are not those that the parent vouches for.
public record DsMatchesNoKey() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dnssec.ds-matches-no-key",
          URGENT,
          "No key of the domain fits the DS record of its parent",
          """
          Resolvers that check signatures refuse to answer, so that for their users the \
          website and the mail are gone. Most often the keys were changed and the parent \
          was not told, or was told wrongly.\
          """,
          """
          Have the parent replace the DS record by one for the key that is in use, \
          through the registrar or, under nhs.uk, NHS England's DNS team; or put the old \
          key to use again.\
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
    return Bogus.judge(dns, Zone.vouched(dns), Reason.DIGEST_WRONG);
  }
}
