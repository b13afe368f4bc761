package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Set;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.text.DsData;

/// Finds domains that are signed in a way that hardly anybody can check.
public record AlgorithmUnsupported() implements Check.OfDns {

  private static final Set<Integer> COMMON_DIGESTS = Set.of(1, 2, 4);

  private static final Rule RULE =
      Rule.of(
          "dnssec.algorithm-unsupported",
          ADVISORY,
          "Resolvers do not know the algorithm that the domain is signed with",
          """
          A resolver that knows none of the algorithms of the DS records treats the \
          domain as if it was not signed, so that its answers can be forged.\
          """,
          """
          Change to algorithm 13 (ECDSAP256SHA256) with a DS record of digest type 2 \
          (SHA-256), which every resolver knows.\
          """,
          Commands.DS,
          rfc(4035, "5.2"),
          rfc(6840, "5.2"),
          rfc(9904, "3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Zone.passIfAnyDs(dns, AlgorithmUnsupported::isKnown);
  }

  /// Whether validators commonly know, or once knew, how to check it: what was given up is the
  /// fault of another check.
  private static boolean isKnown(DsData ds) {
    return Algorithm.of(ds.algorithm()).isPresent() && COMMON_DIGESTS.contains(ds.digestType());
  }
}
