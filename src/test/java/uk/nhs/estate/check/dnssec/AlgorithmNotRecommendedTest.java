package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.dnssec.SigningSamples.keys;
import static uk.nhs.estate.check.dnssec.SigningSamples.unsigned;
import static uk.nhs.estate.check.dnssec.SigningSamples.withoutAnyAnswerOnKeys;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.withSecurity;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Topic;

class AlgorithmNotRecommendedTest extends CheckTest {
  AlgorithmNotRecommendedTest() {
    super(new AlgorithmNotRecommended());
  }

  @Override
  protected Stream<Example> examples() {
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
            withoutAnyAnswerOnKeys()),
        doesNotApply("an unsigned zone", "nobody can validate it: nhs.uk proves", unsigned()),
        doesNotApply("a name in another zone", "no zone of its own", dns(absent(NAME, "NS"))),
        cannotTell("nobody validated", "nobody validated", withSecurity(dns(), null)),
        cannotTellWithout(Topic.DNS));
  }
}
