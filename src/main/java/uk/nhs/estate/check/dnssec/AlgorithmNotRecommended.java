package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;

/// Finds domains signed in a way that is no longer recommended.
public record AlgorithmNotRecommended() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dnssec.algorithm-not-recommended",
          INFORMATIONAL,
          "The domain is signed with an algorithm that is not recommended",
          """
          Algorithm 10 (RSASHA512) is no stronger in practice than algorithm 8, is \
          little used, and makes answers large. Support for it may go first.\
          """,
          """
          When you next change keys, change to algorithm 13 (ECDSAP256SHA256), whose \
          signatures are small and everywhere understood.\
          """,
          Commands.KEYS,
          rfc(9904, "3"),
          rfc(6781, "4.1.4"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Zone.judgeKeys(dns, keys -> Algorithms.judge(keys, Algorithm.Use.NOT_RECOMMENDED));
  }
}
