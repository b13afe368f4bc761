package uk.nhs.estate.probe.dnssec;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.probe.dnssec.SignedZone.EXPIRATION;
import static uk.nhs.estate.probe.dnssec.SignedZone.INCEPTION;
import static uk.nhs.estate.probe.dnssec.SignedZone.NOW;
import static uk.nhs.estate.probe.dnssec.SignedZone.name;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DSRecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Security.Reason;

class KeysTest {
  private static final SignedZone ZONE = SignedZone.ferry(13, new SignedZone.Nsec());
  private static final Message ANSWER = ZONE.answer("ferry.test.", Type.DNSKEY);

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void trustsTheKeysThatADigestNames(int digest) {
    assertThat(keys(ANSWER, ZONE.ds(digest))).isEqualTo(ZONE.trusted());
  }

  @Test
  void missesTheKeys() {
    assertThat(keys(Spoiled.without(ANSWER, _ -> true), ZONE.ds(2)))
        .isEqualTo(
            new ZoneKeys.Bogus(
                ZONE.apex(),
                Reason.KEYS_MISSING,
                "DS %d, algorithm 13, digest 2; DNSKEY of ferry.test: none, NOERROR"
                    .formatted(ZONE.ksk.getFootprint())));
  }

  @Test
  void seesThatNoKeyFitsTheDigest() {
    var ds = (DSRecord) Spoiled.changed(ZONE.ds(2), -1, 1);

    assertThat(reason(keys(ANSWER, ds))).isEqualTo(Reason.DIGEST_WRONG);
    assertThat(reason(keys(Spoiled.without(ANSWER, ZONE.ksk::equals), ZONE.ds(2))))
        .isEqualTo(Reason.DIGEST_WRONG);
  }

  @Test
  void wantsTheKeysSignedByTheKeyThatIsNamed() {
    var byZsk = signed(ZONE.zsk, INCEPTION, EXPIRATION);
    var unsigned = Spoiled.without(ANSWER, Spoiled.signatureOf(Type.DNSKEY));

    assertThat(reason(keys(byZsk, ZONE.ds(2)))).isEqualTo(Reason.KEYS_NOT_SIGNED);
    assertThat(reason(keys(unsigned, ZONE.ds(2)))).isEqualTo(Reason.KEYS_NOT_SIGNED);
  }

  @Test
  void tellsWhatIsWrongWithTheSignatureOfTheKeys() {
    var old = signed(ZONE.ksk, INCEPTION.minusSeconds(9), NOW.minusSeconds(1));
    var early = signed(ZONE.ksk, NOW.plusSeconds(1), EXPIRATION);
    var wrong =
        Spoiled.each(
            ANSWER, r -> Spoiled.signatureOf(Type.DNSKEY).test(r) ? Spoiled.changed(r, -1, 1) : r);

    assertThat(reason(keys(old, ZONE.ds(2)))).isEqualTo(Reason.SIGNATURE_EXPIRED);
    assertThat(reason(keys(early, ZONE.ds(2)))).isEqualTo(Reason.SIGNATURE_NOT_YET_VALID);
    assertThat(reason(keys(wrong, ZONE.ds(2)))).isEqualTo(Reason.SIGNATURE_WRONG);
  }

  @ParameterizedTest
  @CsvSource({"12, 2", "13, 3", "253, 2", "3, 1"})
  void callsAZoneInsecureWhenNothingOfItsParentsCanBeUsed(int algorithm, int digest) {
    var unknown = ds(algorithm, digest, new byte[DNSSEC.Digest.algLength(digest)]);

    assertThat(keys(ANSWER, unknown)).isInstanceOf(ZoneKeys.Insecure.class);
    assertThat(keys(ANSWER, unknown, ZONE.ds(2))).isEqualTo(ZONE.trusted());
    assertThat(Validation.keys(ZONE.apex(), List.of(), ANSWER, NOW))
        .isInstanceOf(ZoneKeys.Insecure.class);
  }

  @Test
  void doesNotFallBackToSha1() { // RFC 4509 §3
    var wrong = (DSRecord) Spoiled.changed(ZONE.ds(2), -1, 1);
    var weakButWrong = (DSRecord) Spoiled.changed(ZONE.ds(1), -1, 1);

    assertThat(reason(keys(ANSWER, ZONE.ds(1), wrong))).isEqualTo(Reason.DIGEST_WRONG);
    assertThat(keys(ANSWER, weakButWrong, ZONE.ds(2))).isEqualTo(ZONE.trusted());
  }

  @ParameterizedTest
  @CsvSource({"257, 3, true", "256, 3, true", "385, 3, false", "1, 3, false", "257, 2, false"})
  void takesOnlyZoneKeysThatAreNotRevoked(int flags, int protocol, boolean isTaken) {
    var key = new DNSKEYRecord(ZONE.apex(), DClass.IN, 300, flags, protocol, 13, ZONE.ksk.getKey());
    var message = new Message(1);
    ZONE.signedAsKsk(new RRset(key), key)
        .forEach(record -> message.addRecord(record, Section.ANSWER));
    var keys = keys(message, new DSRecord(ZONE.apex(), DClass.IN, 300, 2, key));

    if (isTaken) {
      assertThat(keys).isEqualTo(new ZoneKeys.Trusted(ZONE.apex(), List.of(key)));
    } else {
      assertThat(reason(keys)).isEqualTo(Reason.DIGEST_WRONG);
    }
  }

  @Test
  void cannotJudgeAnError() {
    var error = Spoiled.empty(ZONE.apex());
    error.getHeader().setRcode(Rcode.SERVFAIL);
    var cut = ANSWER.clone();
    cut.getHeader().setFlag(Flags.TC);

    assertThat(keys(error, ZONE.ds(2)))
        .isEqualTo(
            new ZoneKeys.Unreachable(
                ZONE.apex(), new Obstacle(Obstacle.Kind.NAME_SERVERS_FAILED, "SERVFAIL")));
    assertThat(keys(cut, ZONE.ds(2))).isInstanceOf(ZoneKeys.Unreachable.class);
  }

  @Test
  void beginsAtAnAnchor() {
    var stranger = SignedZone.ferry(14, new SignedZone.Nsec());
    for (var anchors :
        List.<List<Record>>of(
            List.of(ZONE.ds(2)), List.of(ZONE.ksk), List.of(stranger.ksk, ZONE.ksk))) {
      assertThat(Validation.keysByAnchor(ZONE.apex(), anchors, ANSWER, NOW))
          .isEqualTo(ZONE.trusted());
    }
    assertThat(reason(Validation.keysByAnchor(ZONE.apex(), List.of(stranger.ksk), ANSWER, NOW)))
        .isEqualTo(Reason.DIGEST_WRONG);
    assertThat(Validation.keysByAnchor(name("test."), List.of(ZONE.ksk), ANSWER, NOW))
        .isEqualTo(new ZoneKeys.Insecure(name("test."), "there is no trust anchor for test"));
  }

  private static Message signed(DNSKEYRecord key, Instant from, Instant until) {
    var message = new Message(1);
    ZONE.signed(ZONE.set(ZONE.apex(), Type.DNSKEY), key, from, until)
        .forEach(record -> message.addRecord(record, Section.ANSWER));
    return message;
  }

  private static DSRecord ds(int algorithm, int digest, byte[] octets) {
    return new DSRecord(
        ZONE.apex(), DClass.IN, 300, ZONE.ksk.getFootprint(), algorithm, digest, octets);
  }

  private static ZoneKeys keys(Message answer, DSRecord... ds) {
    return Validation.keys(ZONE.apex(), List.of(ds), answer, NOW);
  }

  private static Reason reason(ZoneKeys keys) {
    assertThat(keys).isInstanceOf(ZoneKeys.Bogus.class);
    return ((ZoneKeys.Bogus) keys).reason();
  }
}
