package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.dnssec.SigningSamples.keys;
import static uk.nhs.estate.check.dnssec.SigningSamples.unsigned;
import static uk.nhs.estate.check.dnssec.SigningSamples.withoutAnyAnswerOnKeys;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.dns;
import static uk.nhs.estate.sample.SoundDomain.withSecurity;

import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Topic;

class KeySmallTest extends CheckTest {
  KeySmallTest() {
    super(new KeySmall());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("ECDSA"),
        passes("RSA of 2048 bits", keys(rsa(257, 2048))),
        fails(
            "one bit less",
            new Verdict.Fail("key-signing key", "algorithm 8 (RSASHA256), 2047 bits"),
            keys(rsa(257, 2047))),
        fails(
            "a small key for the zone alone",
            new Verdict.Fail("zone-signing key", "1024 bits"),
            keys(rsa(257, 2048), rsa(256, 1024))),
        fails(
            "a change of keys is no new fault",
            new Verdict.Fail("zone-signing key", "1024 bits; DNSKEY"),
            keys(rsa(256, 1024), rsa(256, 1536))),
        fails(
            "both kinds",
            new Verdict.Fail(
                List.of(
                    new Fault("key-signing key", "1024"), new Fault("zone-signing key", "1024"))),
            keys(rsa(257, 1024), rsa(256, 1024))),
        fails(
            "one is small and one cannot be read",
            new Verdict.Fail("zone-signing key", "1024"),
            keys("257 3 8 AAAA", rsa(256, 1024))),
        cannotTell("an RSA key without a modulus", "cannot be read", keys("257 3 8 AAAA")),
        cannotTell(
            "the keys could not be asked for",
            "no DNSKEY record could be read",
            withoutAnyAnswerOnKeys()),
        doesNotApply("an unsigned zone", "nobody can validate it: nhs.uk proves", unsigned()),
        doesNotApply("a name in another zone", "no zone of its own", dns(absent(NAME, "NS"))),
        cannotTell("nobody validated", "nobody validated", withSecurity(dns(), null)),
        cannotTellWithout(Topic.DNS));
  }

  private static String rsa(int flags, int bits) {
    var modulus = BigInteger.ONE.shiftLeft(bits - 1).setBit(0).toByteArray();
    int from = modulus[0] == 0 ? 1 : 0;
    var key = new byte[4 + modulus.length - from];
    key[0] = 3;
    key[1] = 1;
    key[3] = 1;
    System.arraycopy(modulus, from, key, 4, modulus.length - from);
    return flags + " 3 8 " + Base64.getEncoder().encodeToString(key);
  }
}
