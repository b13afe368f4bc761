package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.dnssec.SigningSamples.keys;
import static uk.nhs.estate.check.dnssec.SigningSamples.withoutAnyAnswerOnKeys;

import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;

class AlgorithmNotRecommendedTest extends SigningCheckTest {
  AlgorithmNotRecommendedTest() {
    super(new AlgorithmNotRecommended());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("ECDSA"),
        passes("RSA with SHA-256", keys("257 3 8 AAAA")),
        passes("one that must not be used at all", keys("257 3 5 AAAA")),
        fails(
            "RSA with SHA-512",
            new Verdict.Fail("algorithm 10 (RSASHA512)", "DNSKEY 1035, algorithm 10 (RSASHA512)"),
            keys("257 3 10 AAAA")),
        cannotTell(
            "the keys could not be asked for",
            "no DNSKEY record could be read",
            withoutAnyAnswerOnKeys()));
  }
}
