package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.dnssec.SigningSamples.everyServer;
import static uk.nhs.estate.check.dnssec.SigningSamples.keys;
import static uk.nhs.estate.check.dnssec.SigningSamples.withoutAnyAnswerOnKeys;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.withSecurity;
import static uk.nhs.estate.sample.SoundServers.noData;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.Security;

class AlgorithmDeprecatedTest extends SigningCheckTest {
  AlgorithmDeprecatedTest() {
    super(new AlgorithmDeprecated());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("ECDSA"),
        passes("RSA with SHA-256", keys("257 3 8 AAAA")),
        passes("one that is only not recommended", keys("257 3 10 AAAA")),
        passes("one that nobody knows", keys("257 3 17 AAAA")),
        fails(
            "RSA with SHA-1",
            new Verdict.Fail("algorithm 5 (RSASHA1)", "DNSKEY 1030, algorithm 5 (RSASHA1)"),
            keys("257 3 5 AAAA")),
        fails(
            "two keys of one algorithm",
            new Verdict.Fail("algorithm 7 (RSASHA1-NSEC3-SHA1)", "; DNSKEY"),
            keys("257 3 7 AAAA", "256 3 7 AAAA")),
        fails(
            "each algorithm is a fault",
            new Verdict.Fail(
                List.of(
                    new Fault("algorithm 1 (RSAMD5)", ""),
                    new Fault("algorithm 3 (DSA)", ""),
                    new Fault("algorithm 6 (DSA-NSEC3-SHA1)", ""),
                    new Fault("algorithm 12 (ECC-GOST)", ""))),
            keys("257 3 1 AAAA", "257 3 3 AAAA", "257 3 6 AAAA", "257 3 12 AAAA", "257 3 13 AAAA")),
        fails(
            "whatever validators make of it",
            new Verdict.Fail("algorithm 5 (RSASHA1)", ""),
            withSecurity(keys("257 3 5 AAAA"), new Security.Insecure("no algorithm is known"))),
        passes("a key that is revoked", keys("385 3 5 AAAA", "257 3 13 AAAA")),
        doesNotApply(
            "no keys",
            "no DNSKEY",
            everyServer(dns(absent(NAME, "DNSKEY")), Question.DNSKEY, noData())),
        cannotTell(
            "the keys could not be asked for",
            "no DNSKEY record could be read",
            withoutAnyAnswerOnKeys()));
  }
}
