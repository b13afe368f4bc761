package uk.nhs.estate.probe.dnssec;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.probe.dnssec.SignedZone.NOW;
import static uk.nhs.estate.probe.dnssec.SignedZone.name;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSEC3Record;
import org.xbill.DNS.NSECRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.Security.Reason;

class DenialTest {
  private static final Security SECURE = new Security.Secure();
  private static final SignedZone ZONE = SignedZone.ferry(13, new SignedZone.Nsec());

  static Stream<SignedZone> zones() {
    return Stream.of(new SignedZone.Nsec(), new SignedZone.Nsec3(1, new byte[] {7}, false))
        .map(chain -> SignedZone.ferry(13, chain));
  }

  @ParameterizedTest
  @MethodSource("zones")
  void takesNoDelegationForAProofBelowIt(SignedZone zone) { // RFC 6840 §4.1
    var name = "www.unsigned.ferry.test.";
    var message =
        says(
            Rcode.NXDOMAIN,
            zone,
            zone.denialAt("unsigned.ferry.test."),
            zone.denialAt("ferry.test."),
            zone.answer("nothing.ferry.test.", Type.A).getSection(Section.AUTHORITY));

    assertThat(reason(answer(zone, message, name, Type.A))).isEqualTo(Reason.DENIAL_WRONG);
  }

  @ParameterizedTest
  @MethodSource("zones")
  void takesNoParentsTypesForTheChilds(SignedZone zone) { // RFC 6840 §4.1
    var message = says(Rcode.NOERROR, zone, zone.denialAt("signed.ferry.test."));

    assertThat(reason(answer(zone, message, "signed.ferry.test.", Type.A)))
        .isEqualTo(Reason.DENIAL_WRONG);
  }

  @ParameterizedTest
  @MethodSource("zones")
  void takesNoAliasForANameWithoutRecords(SignedZone zone) { // RFC 6840 §4.3
    var message = says(Rcode.NOERROR, zone, zone.denialAt("alias.ferry.test."));

    assertThat(reason(answer(zone, message, "alias.ferry.test.", Type.A)))
        .isEqualTo(Reason.DENIAL_WRONG);
  }

  @ParameterizedTest
  @MethodSource("zones")
  void wantsTheWildcardDeniedAsWell(SignedZone zone) {
    var message = zone.answer("some.wild.ferry.test.", Type.A);
    message.removeAllRecords(Section.ANSWER);
    zone.denialAt("wild.ferry.test.").forEach(r -> message.addRecord(r, Section.AUTHORITY));
    message.getHeader().setRcode(Rcode.NXDOMAIN);

    assertThat(reason(answer(zone, message, "some.wild.ferry.test.", Type.A)))
        .isEqualTo(Reason.DENIAL_WRONG);
  }

  @ParameterizedTest
  @MethodSource("zones")
  void takesNoWildcardForANameThatExists(SignedZone zone) {
    var expanded = zone.answer("some.wild.ferry.test.", Type.A);
    var renamed =
        Spoiled.each(
            expanded,
            r ->
                r.getName().equals(name("some.wild.ferry.test."))
                    ? r.withName(name("deep.under.wild.ferry.test."))
                    : r);
    var proofless =
        says(
            Rcode.NOERROR,
            zone,
            zone.answer("nothing.ferry.test.", Type.A).getSection(Section.AUTHORITY));
    renamed.getSection(Section.ANSWER).forEach(r -> proofless.addRecord(r, Section.ANSWER));

    assertThat(reason(answer(zone, proofless, "deep.under.wild.ferry.test.", Type.A)))
        .isEqualTo(Reason.DENIAL_WRONG);
  }

  @Test
  void takesMoreThanWasClaimed() { // a name that is not there has no records either
    var message = ZONE.answer("nothing.ferry.test.", Type.A);
    message.getHeader().setRcode(Rcode.NOERROR);

    assertThat(answer(ZONE, message, "nothing.ferry.test.", Type.A)).isEqualTo(SECURE);
  }

  @Test
  void believesADenialMadeOnTheSpot() { // RFC 9824 §3.1
    var name = name("nothing.ferry.test.");
    var nxname = 128;
    var message =
        says(
            Rcode.NXDOMAIN,
            ZONE,
            ZONE.signed(
                new RRset(
                    new NSECRecord(
                        name,
                        DClass.IN,
                        300,
                        name("\\000.nothing.ferry.test."),
                        new int[] {Type.RRSIG, Type.NSEC, nxname}))));

    assertThat(answer(ZONE, message, "nothing.ferry.test.", Type.A)).isEqualTo(SECURE);
    assertThat(reason(answer(ZONE, message, "www.ferry.test.", Type.A)))
        .isEqualTo(Reason.DENIAL_WRONG);
  }

  @Test
  void takesNoDenialThatAWildcardMade() {
    var made =
        ZONE.signed(new RRset(nsec("*.ferry.test.", "zzz.ferry.test."))).stream()
            .map(record -> record.withName(name("mmm.ferry.test.")))
            .toList();

    assertThat(reason(answer(ZONE, says(Rcode.NOERROR, ZONE, made), "mmm.ferry.test.", Type.A)))
        .isEqualTo(Reason.DENIAL_MISSING);
  }

  @Test
  void wrapsRoundAtTheEndOfTheZone() {
    var message =
        says(
            Rcode.NXDOMAIN,
            ZONE,
            ZONE.signed(new RRset(nsec("www.ferry.test.", "ferry.test."))),
            ZONE.signed(new RRset(nsec("ferry.test.", "aaa.ferry.test."))));

    assertThat(answer(ZONE, message, "xyz.ferry.test.", Type.A)).isEqualTo(SECURE);
    assertThat(reason(answer(ZONE, message, "bbb.ferry.test.", Type.A)))
        .isEqualTo(Reason.DENIAL_WRONG);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 150})
  void followsAsManyIterationsAsResolversDo(int iterations) {
    var zone = SignedZone.ferry(13, new SignedZone.Nsec3(iterations, new byte[0], false));

    assertThat(answer(zone, zone.answer("x.y.ferry.test.", Type.A), "x.y.ferry.test.", Type.A))
        .isEqualTo(SECURE);
  }

  @Test
  void callsMoreIterationsInsecure() { // RFC 9276 §3.2
    var zone = SignedZone.ferry(13, new SignedZone.Nsec3(151, new byte[0], false));
    var message = zone.answer("nothing.ferry.test.", Type.A);
    var unsigned = Spoiled.without(message, Spoiled.signatureOf(Type.NSEC3));

    assertThat(answer(zone, message, "nothing.ferry.test.", Type.A))
        .isEqualTo(
            new Security.Insecure(
                "ferry.test uses NSEC3 with 151 iterations, more than resolvers follow (RFC"
                    + " 9276)"));
    assertThat(reason(answer(zone, unsigned, "nothing.ferry.test.", Type.A)))
        .isEqualTo(Reason.SIGNATURE_MISSING);
    assertThat(
            Validation.ds(
                zone.answer("unsigned.ferry.test.", Type.DS),
                name("unsigned.ferry.test."),
                zone.trusted(),
                NOW))
        .isInstanceOf(DsProof.Absent.class);
  }

  @Test
  void hashesOnlySoMuchForANameWithManyLabels() { // CVE-2023-50868
    var zone = SignedZone.ferry(13, new SignedZone.Nsec3(150, new byte[255], false));
    var deep = name("a.".repeat(115) + "ferry.test.");
    var message = zone.answer("nothing.ferry.test.", Type.A);

    assertThat(Validation.answer(message, deep, Type.A, zone.trusted(), NOW))
        .isInstanceOf(Security.Insecure.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"algorithm", "flags", "salt"})
  void leavesOutNsec3RecordsThatItDoesNotUnderstand(String odd) { // RFC 5155 §8.1 and §8.2
    var zone = SignedZone.ferry(13, new SignedZone.Nsec3(0, new byte[] {1}, false));
    var sound = zone.answer("nothing.ferry.test.", Type.A).getSection(Section.AUTHORITY);
    var proofs = sound.stream().filter(r -> r instanceof NSEC3Record).toList();
    var message = says(Rcode.NXDOMAIN, zone, List.of());
    for (int n = 0; n < proofs.size(); n++) {
      var nsec3 = (NSEC3Record) proofs.get(n);
      var changed =
          new NSEC3Record(
              nsec3.getName(),
              DClass.IN,
              300,
              odd.equals("algorithm") ? 2 : 1,
              odd.equals("flags") ? 2 : 0,
              0,
              odd.equals("salt") && n > 0 ? new byte[] {9} : nsec3.getSalt(),
              nsec3.getNext(),
              nsec3.getTypes());
      zone.signed(new RRset(changed)).forEach(r -> message.addRecord(r, Section.AUTHORITY));
    }

    assertThat(reason(answer(zone, message, "nothing.ferry.test.", Type.A)))
        .isEqualTo(odd.equals("salt") ? Reason.DENIAL_WRONG : Reason.DENIAL_MISSING);
  }

  private static NSECRecord nsec(String owner, String next) {
    return new NSECRecord(
        name(owner), DClass.IN, 300, name(next), new int[] {Type.SOA, Type.NS, Type.NSEC});
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  private static Message says(int rcode, SignedZone zone, List<Record>... proofs) {
    var message = Spoiled.empty(zone.apex());
    message.getHeader().setRcode(rcode);
    List.of(proofs).stream()
        .flatMap(List::stream)
        .filter(record -> !message.findRecord(record, Section.AUTHORITY))
        .forEach(record -> message.addRecord(record, Section.AUTHORITY));
    return message;
  }

  private static Security answer(SignedZone zone, Message message, String name, int type) {
    return Validation.answer(message, Name.fromConstantString(name), type, zone.trusted(), NOW);
  }

  private static Reason reason(Security security) {
    assertThat(security).isInstanceOf(Security.Bogus.class);
    return ((Security.Bogus) security).reason();
  }
}
