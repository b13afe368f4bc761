package uk.nhs.estate.probe.dnssec;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.probe.dnssec.SignedZone.EXPIRATION;
import static uk.nhs.estate.probe.dnssec.SignedZone.INCEPTION;
import static uk.nhs.estate.probe.dnssec.SignedZone.NOW;
import static uk.nhs.estate.probe.dnssec.SignedZone.name;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.Security.Reason;

/// Messages made to cost time, to be misread, or at random.
class HostileMessageTest {
  private static final Security SECURE = new Security.Secure();
  private static final SignedZone ZONE = SignedZone.ferry(13, new SignedZone.Nsec());
  private static final List<List<Record>> SIGNED =
      Stream.of(8, 13, 15)
          .map(algorithm -> SignedZone.ferry(algorithm, new SignedZone.Nsec()))
          .map(zone -> zone.answer("mail.ferry.test.", Type.MX).getSection(Section.ANSWER))
          .toList();
  private static final ZoneKeys KEYS =
      new ZoneKeys.Trusted(
          ZONE.apex(),
          Stream.of(8, 13, 15)
              .map(algorithm -> SignedZone.ferry(algorithm, new SignedZone.Nsec()).zsk)
              .toList());
  private static final List<byte[]> ANSWERS =
      Stream.of("www.ferry.test.", "b.old.ferry.test.", "nothing.ferry.test.")
          .map(name -> ZONE.answer(name, Type.A).toWire())
          .toList();
  private static final String WWW = "www.ferry.test.";

  @Test
  void triesOnlySoManySignatures() { // CVE-2023-50387
    var sound = ZONE.answer(WWW, Type.A);
    var good = sound.getSection(Section.ANSWER).getLast();
    var many = Spoiled.without(sound, Spoiled.signatureOf(Type.A));
    IntStream.range(0, 10_000)
        .forEach(n -> many.addRecord(forged((RRSIGRecord) good, n), Section.ANSWER));
    many.addRecord(good, Section.ANSWER);

    assertThat(answer(many, ZONE.trusted()))
        .isEqualTo(
            new Security.Bogus(
                Reason.SIGNATURE_WRONG,
                "www.ferry.test A: none of the many signatures tried fits"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 4, 500})
  void triesOnlySoManyKeysOfOneTag(int before) {
    var alike = new ArrayList<DNSKEYRecord>(sameTag(before));
    alike.add(ZONE.zsk);
    assertThat(alike).allMatch(key -> key.getFootprint() == ZONE.zsk.getFootprint());
    var security = answer(ZONE.answer(WWW, Type.A), new ZoneKeys.Trusted(ZONE.apex(), alike));

    if (before < 4) {
      assertThat(security).isEqualTo(SECURE);
    } else {
      assertThat(security)
          .isInstanceOfSatisfying(
              Security.Bogus.class,
              bogus -> assertThat(bogus.reason()).isEqualTo(Reason.SIGNATURE_WRONG));
    }
  }

  @Test
  void triesOnlySoManySignaturesOfAMessage() {
    var zone = SignedZone.ferry(13, new SignedZone.Nsec());
    var message = zone.answer("nothing.ferry.test.", Type.A);
    var proofs = message.getSection(Section.AUTHORITY);
    message.removeAllRecords(Section.AUTHORITY);
    var nsec = zone.denialAt("www.ferry.test.");
    for (int n = 0; n < 100; n++) {
      var owner = name("n" + n + ".ferry.test.");
      nsec.forEach(record -> message.addRecord(record.withName(owner), Section.AUTHORITY));
    }
    proofs.forEach(record -> message.addRecord(record, Section.AUTHORITY));

    assertThat(Validation.answer(message, name("nothing.ferry.test."), Type.A, zone.trusted(), NOW))
        .isInstanceOf(Security.Bogus.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {4096, 4104, 16_384})
  void doesNotCalculateWithHugeKeys(int bits) {
    var modulus = new byte[bits / 8];
    Arrays.fill(modulus, (byte) 0xff);
    var key = new byte[4 + modulus.length];
    key[0] = 3;
    key[1] = key[3] = 1; // 65537
    System.arraycopy(modulus, 0, key, 4, modulus.length);

    assertThat(SigningAlgorithm.RSA_SHA256.verifies(key, new byte[10], new byte[bits / 8]))
        .isFalse();
  }

  @Test
  void doesNotCalculateWithAHugeExponent() {
    var key = new byte[3 + 512 + 512];
    key[1] = 2; // an exponent of 512 octets
    Arrays.fill(key, 3, key.length, (byte) 0xff);

    assertThat(SigningAlgorithm.RSA_SHA256.verifies(key, new byte[10], new byte[512])).isFalse();
  }

  @Property(tries = 300)
  void survivesAnyKeyAndSignature(
      @ForAll @Size(max = 300) byte[] key, @ForAll @Size(max = 300) byte[] signature) {
    for (var algorithm : SigningAlgorithm.values()) {
      assertThat(algorithm.verifies(key, new byte[] {1}, signature)).isFalse();
    }
  }

  @Property(tries = 500)
  void believesNoSetWithAFlippedBit(
      @ForAll @IntRange(max = 3) int which,
      @ForAll @IntRange(max = 200) int at,
      @ForAll @IntRange(max = 7) int bit) {
    for (var sound : SIGNED) {
      var record = sound.get(which % sound.size());
      var flipped = Spoiled.changedIfReadable(record, at, 1 << bit).orElse(record);
      var message = Spoiled.empty(ZONE.apex());
      sound.forEach(r -> message.addRecord(r.equals(record) ? flipped : r, Section.ANSWER));
      boolean isSame = flipped.equals(record); // a letter in another case

      assertThat(
              Validation.answer(message, name("mail.ferry.test."), Type.MX, KEYS, NOW)
                  .equals(SECURE))
          .isEqualTo(isSame);
    }
  }

  @Property(tries = 100)
  void survivesAnyWrongOctets(
      @ForAll @Size(max = 8) List<@IntRange(max = 1500) Integer> at, @ForAll byte octet) {
    for (var answer : ANSWERS) {
      var octets = answer.clone();
      at.forEach(n -> octets[n % octets.length] = octet);
      judgeAll(octets);
    }
  }

  @FuzzTest
  void survivesAnything(FuzzedDataProvider data) {
    judgeAll(data.consumeRemainingAsBytes());
  }

  private static void judgeAll(byte[] octets) {
    Message message;
    try {
      message = new Message(octets);
    } catch (IOException _) {
      return;
    }
    for (int type : new int[] {Type.A, Type.CNAME, Type.DS}) {
      for (var name : List.of(WWW, "x.y.ferry.test.", "ferry.test.")) {
        assertThat(Validation.answer(message, name(name), type, ZONE.trusted(), NOW)).isNotNull();
        assertThat(Validation.ds(message, name(name), ZONE.trusted(), NOW)).isNotNull();
      }
    }
    assertThat(Validation.keys(ZONE.apex(), List.of(ZONE.ds(2)), message, NOW)).isNotNull();
  }

  private static Security answer(Message message, ZoneKeys keys) {
    return Validation.answer(message, name(WWW), Type.A, keys, NOW);
  }

  private static Record forged(RRSIGRecord good, int n) {
    var signature = good.getSignature().clone();
    signature[0] ^= (byte) (n >> 8);
    signature[1] ^= (byte) n;
    signature[2] ^= 1;
    return new RRSIGRecord(
        good.getName(),
        DClass.IN,
        300,
        Type.A,
        13,
        good.getOrigTTL(),
        EXPIRATION,
        INCEPTION,
        good.getFootprint(),
        good.getSigner(),
        signature);
  }

  /// Other keys with the tag of the zone's: it is a sum of pairs of octets (RFC 4034 appendix B).
  private static List<DNSKEYRecord> sameTag(int count) {
    var key = ZONE.zsk;
    var pairs = new ArrayList<Integer>();
    IntStream.range(0, 32).forEach(pairs::add);
    return IntStream.range(0, count)
        .mapToObj(
            _ -> {
              Collections.rotate(pairs, 1);
              var octets = new byte[64];
              for (int n = 0; n < 32; n++) {
                octets[2 * n] = key.getKey()[2 * pairs.get(n)];
                octets[2 * n + 1] = key.getKey()[2 * pairs.get(n) + 1];
              }
              return octets;
            })
        .filter(octets -> !Arrays.equals(octets, key.getKey()))
        .map(octets -> new DNSKEYRecord(key.getName(), DClass.IN, 300, 256, 3, 13, octets))
        .toList();
  }
}
