package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;

/// Finds domains signed in a way that must not be used any more.
public record AlgorithmDeprecated() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dnssec.algorithm-deprecated",
          ADVISORY,
          "The domain is signed with an algorithm that must not be used",
          """
          Resolvers must treat it as unknown, so that the domain counts as not signed. \
          Signatures with SHA-1 or MD5 may be forged.\
          """,
          """
          Change to algorithm 13 (ECDSAP256SHA256) by a change of algorithm as RFC 6781 \
          describes it, or ask your DNS provider to.\
          """,
          Commands.KEYS,
          rfc(9904, "3"),
          rfc(9905, "2"),
          rfc(9906, "2"),
          rfc(6781, "4.1.4"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Zone.judgeKeys(dns, keys -> Algorithms.judge(keys, Algorithm.Use.MUST_NOT));
  }
}
