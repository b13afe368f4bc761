package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Security.Reason;

/// Finds domains that cannot prove what they do not hold.
public record DenialBroken() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dnssec.denial-broken",
          URGENT,
          "The domain cannot prove that a record does not exist",
          """
          Resolvers that check signatures answer with an error where they should answer \
          that there is nothing. Mail and browsers ask for records that need not exist, \
          and fail when they get an error.\
          """,
          """
          Have the zone signed again so that its NSEC or NSEC3 records are whole, and \
          see that every name server sends them; old or patched server software is a \
          common cause.\
          """,
          Commands.DENIAL,
          rfc(4035, "5.4"),
          rfc(5155, "8"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Bogus.judge(dns, Reason.DENIAL_MISSING, Reason.DENIAL_WRONG);
  }
}
