package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Security.Reason;

/// Finds keys that the key named by the parent does not vouch for.
public record KeysNotSigned() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dnssec.keys-not-signed",
          URGENT,
          "The keys of the domain are not signed by the key that the parent names",
          """
          Resolvers that check signatures refuse to answer, so that for their users the \
          website and the mail are gone: the chain of trust from the parent ends before \
          the keys that sign the records.\
          """,
          """
          Have the DNSKEY records signed by the key that the DS record names, or have \
          the parent replace the DS record. Until it is done, have the parent remove it.\
          """,
          Commands.KEYS,
          rfc(4035, "5.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Bogus.judge(dns, Reason.KEYS_NOT_SIGNED);
  }
}
