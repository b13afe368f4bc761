package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;

/// Finds domains whose chain of trust hangs on SHA-1.
public record DsSha1Only() implements Check.OfDns {

  private static final int SHA1 = 1;

  private static final Rule RULE =
      Rule.of(
          "dnssec.ds-sha1-only",
          ADVISORY,
          "The parent vouches for the keys of the domain with SHA-1 only",
          """
          SHA-1 is broken and must not be used for DS records any more; resolvers that \
          no longer accept it treat the domain as if it was not signed.\
          """,
          """
          Have the parent publish a DS record with SHA-256 (digest type 2), and remove \
          the one with SHA-1.\
          """,
          Commands.DS,
          rfc(9904, "4"),
          rfc(4509, "3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Zone.passIfAnyDs(dns, ds -> ds.digestType() != SHA1);
  }
}
