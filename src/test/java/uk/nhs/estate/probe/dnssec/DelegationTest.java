package uk.nhs.estate.probe.dnssec;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.probe.dnssec.SignedZone.EXPIRATION;
import static uk.nhs.estate.probe.dnssec.SignedZone.NOW;
import static uk.nhs.estate.probe.dnssec.SignedZone.name;
import static uk.nhs.estate.probe.dnssec.Spoiled.changed;
import static uk.nhs.estate.probe.dnssec.Spoiled.signatureOf;
import static uk.nhs.estate.probe.dnssec.Spoiled.signed;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.Security.Reason;

class DelegationTest {
  private static final String SIGNED = "signed.ferry.test.";
  private static final String UNSIGNED = "unsigned.ferry.test.";

  static Stream<SignedZone> zones() {
    return Stream.of(
            new SignedZone.Nsec(),
            new SignedZone.Nsec3(0, new byte[0], false),
            new SignedZone.Nsec3(2, new byte[] {7}, true))
        .map(chain -> SignedZone.ferry(13, chain));
  }

  @ParameterizedTest
  @MethodSource("zones")
  void findsTheDsRecordsOfASignedChild(SignedZone zone) {
    for (var message :
        List.of(zone.answer("www." + SIGNED, Type.A), zone.answer(SIGNED, Type.DS))) {
      assertThat(ds(zone, message, SIGNED))
          .isInstanceOfSatisfying(
              DsProof.Signed.class,
              it -> assertThat(it.ds()).hasSize(1).allMatch(ds -> ds.getFootprint() == 12345));
    }
  }

  @ParameterizedTest
  @MethodSource("zones")
  void believesThatAChildIsUnsignedWhenItIsProved(SignedZone zone) {
    for (var message :
        List.of(zone.answer("www." + UNSIGNED, Type.A), zone.answer(UNSIGNED, Type.DS))) {
      assertThat(ds(zone, message, UNSIGNED))
          .isInstanceOfSatisfying(
              DsProof.Absent.class,
              it ->
                  assertThat(it.how())
                      .startsWith(
                          "ferry.test proves that unsigned.ferry.test has no DS record (NSEC"));
    }
  }

  @Test
  void saysWhenAChildHidesInAnOptOutSpan() {
    var zone = SignedZone.ferry(13, new SignedZone.Nsec3(0, new byte[0], true));

    assertThat(ds(zone, zone.answer("www." + UNSIGNED, Type.A), UNSIGNED))
        .isEqualTo(
            new DsProof.Absent(
                "ferry.test proves that unsigned.ferry.test has no DS record (NSEC3 opt-out)"));
    assertThat(
            Validation.answer(
                zone.answer("nothing.ferry.test.", Type.A),
                name("nothing.ferry.test."),
                Type.A,
                zone.trusted(),
                NOW))
        .isInstanceOf(Security.Insecure.class);
  }

  @ParameterizedTest
  @MethodSource("zones")
  void seesWhereNoZoneBegins(SignedZone zone) {
    for (var name : List.of("www.ferry.test.", "under.ferry.test.", "alias.ferry.test.")) {
      assertThat(ds(zone, zone.answer(name, Type.DS), name))
          .describedAs(name)
          .isInstanceOf(DsProof.NotDelegated.class);
    }
  }

  @Test
  void seesThatANameWithoutRecordsIsNoZone() {
    var zone = SignedZone.ferry(13, new SignedZone.Nsec());

    assertThat(ds(zone, zone.answer("nothing.ferry.test.", Type.DS), "nothing.ferry.test."))
        .isInstanceOf(DsProof.NotDelegated.class);
  }

  @ParameterizedTest
  @MethodSource("zones")
  void takesNoDsRecordsThatTheParentDidNotSign(SignedZone zone) {
    var sound = zone.answer("www." + SIGNED, Type.A);
    var wrong = Spoiled.each(sound, r -> r.getType() == Type.DS ? changed(r, -1, 1) : r);
    var unsigned = Spoiled.without(sound, signatureOf(Type.DS));

    assertThat(reason(ds(zone, wrong, SIGNED))).isEqualTo(Reason.SIGNATURE_WRONG);
    assertThat(reason(ds(zone, unsigned, SIGNED))).isEqualTo(Reason.SIGNATURE_MISSING);
    assertThat(
            reason(Validation.ds(sound, name(SIGNED), zone.trusted(), EXPIRATION.plusSeconds(1))))
        .isEqualTo(Reason.SIGNATURE_EXPIRED);
  }

  @ParameterizedTest
  @MethodSource("zones")
  void leavesOpenWhatTheMessageDoesNotSay(SignedZone zone) {
    var bare = Spoiled.without(zone.answer("www." + SIGNED, Type.A), signed(Type.DS));
    var error = Spoiled.empty(name(SIGNED));
    error.getHeader().setRcode(Rcode.REFUSED);

    assertThat(ds(zone, bare, SIGNED)).isEqualTo(new DsProof.NotThere());
    assertThat(ds(zone, error, SIGNED)).isEqualTo(new DsProof.NotThere());
  }

  @ParameterizedTest
  @MethodSource("zones")
  void takesNoProofOfAnotherNameForADowngrade(SignedZone zone) {
    var bare = Spoiled.without(zone.answer("www." + SIGNED, Type.A), signed(Type.DS));
    for (var other : List.of(UNSIGNED, "www.ferry.test.", SIGNED)) {
      var message = Spoiled.with(bare, zone.denialAt(other), Section.AUTHORITY);
      assertThat(ds(zone, message, SIGNED))
          .describedAs(other)
          .isNotInstanceOfAny(DsProof.Absent.class, DsProof.Signed.class);
    }
  }

  @Test
  void takesNoProofFromTheChildsSideOfTheCut() { // RFC 6840 §4.1
    var zone = SignedZone.ferry(13, new SignedZone.Nsec());
    var childSide =
        Spoiled.with(Spoiled.empty(zone.apex()), zone.denialAt("ferry.test."), Section.AUTHORITY);

    assertThat(Validation.answer(childSide, zone.apex(), Type.DS, zone.trusted(), NOW))
        .isInstanceOf(Security.Bogus.class);
    assertThat(Validation.answer(childSide, zone.apex(), Type.CAA, zone.trusted(), NOW))
        .isEqualTo(new Security.Secure());
  }

  @Test
  void readsAReferralWithContradictionAsBogus() {
    var zone = SignedZone.ferry(13, new SignedZone.Nsec());
    var proof = zone.answer("www.ferry.test.", Type.DS);
    proof.addRecord(
        Spoiled.record(name("www.ferry.test."), Type.NS, "ns.evil.test."), Section.AUTHORITY);

    assertThat(reason(ds(zone, proof, "www.ferry.test."))).isEqualTo(Reason.DENIAL_WRONG);
  }

  private static DsProof ds(SignedZone zone, Message message, String child) {
    return Validation.ds(message, name(child), zone.trusted(), NOW);
  }

  private static Reason reason(DsProof proof) {
    assertThat(proof).isInstanceOf(DsProof.Bogus.class);
    return ((DsProof.Bogus) proof).reason();
  }
}
