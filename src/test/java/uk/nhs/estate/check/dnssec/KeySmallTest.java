package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.dnssec.SigningSamples.keys;
import static uk.nhs.estate.check.dnssec.SigningSamples.withoutAnyAnswerOnKeys;

import java.math.BigInteger;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;

class KeySmallTest extends SigningCheckTest {
  KeySmallTest() {
    super(new KeySmall());
  }

  @Override
  Stream<Example> own() {
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
            withoutAnyAnswerOnKeys()));
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
