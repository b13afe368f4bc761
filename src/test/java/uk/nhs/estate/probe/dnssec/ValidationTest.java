package uk.nhs.estate.probe.dnssec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.estate.probe.dnssec.SignedZone.EXPIRATION;
import static uk.nhs.estate.probe.dnssec.SignedZone.INCEPTION;
import static uk.nhs.estate.probe.dnssec.SignedZone.NOW;
import static uk.nhs.estate.probe.dnssec.SignedZone.name;
import static uk.nhs.estate.probe.dnssec.Spoiled.changed;
import static uk.nhs.estate.probe.dnssec.Spoiled.signatureOf;
import static uk.nhs.estate.probe.dnssec.Spoiled.without;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.Security.Reason;

class ValidationTest {
  private static final Security SECURE = new Security.Secure();
  private static final SignedZone ZONE = SignedZone.ferry(13, new SignedZone.Nsec());
  private static final String WWW = "www.ferry.test.";

  static Stream<SignedZone.Chain> chains() {
    return Stream.of(
        new SignedZone.Nsec(),
        new SignedZone.Nsec3(0, new byte[0], false),
        new SignedZone.Nsec3(5, new byte[] {1, 2, 3}, false));
  }

  @ParameterizedTest
  @ValueSource(ints = {5, 7, 8, 10, 13, 14, 15, 16})
  void verifiesEveryAlgorithm(int algorithm) {
    var zone = SignedZone.ferry(algorithm, new SignedZone.Nsec());

    assertThat(
            Validation.keys(
                zone.apex(), List.of(zone.ds(2)), zone.answer("ferry.test.", Type.DNSKEY), NOW))
        .isEqualTo(zone.trusted());
    assertThat(answer(zone, WWW, Type.A)).isEqualTo(SECURE);
    var wrong = Spoiled.each(zone.answer(WWW, Type.A), r -> isA(r) ? changed(r, 3, 1) : r);
    assertThat(reason(answer(zone, wrong, WWW, Type.A))).isEqualTo(Reason.SIGNATURE_WRONG);
  }

  @ParameterizedTest
  @MethodSource("chains")
  void believesWhatIsSignedOrProvedAbsent(SignedZone.Chain chain) {
    var zone = SignedZone.ferry(13, chain);
    for (var name :
        List.of(
            WWW,
            "mail.ferry.test.",
            "alias.ferry.test.",
            "chain.ferry.test.",
            "away.ferry.test.",
            "lost.ferry.test.",
            "under.ferry.test.",
            "deep.under.ferry.test.",
            "nothing.ferry.test.",
            "a.b.c.nothing.ferry.test.",
            "nothing.under.ferry.test.",
            "wild.ferry.test.",
            "*.wild.ferry.test.",
            "some.wild.ferry.test.",
            "a.b.wild.ferry.test.",
            "a.b.alias-wild.ferry.test.",
            "b.old.ferry.test.",
            "WWW.Ferry.TEST.",
            "ferry.test.")) {
      for (int type : new int[] {Type.A, Type.MX, Type.TXT, Type.CAA, Type.SOA, Type.CNAME}) {
        assertThat(answer(zone, name, type))
            .describedAs("%s %s", name, Type.string(type))
            .isEqualTo(SECURE);
      }
    }
  }

  @Test
  void readsAnswersAsTheyComeFromTheNetwork() throws Exception {
    var message = new Message(ZONE.answer("chain.ferry.test.", Type.A).toWire());

    assertThat(answer(ZONE, message, "chain.ferry.test.", Type.A)).isEqualTo(SECURE);
  }

  @Test
  void missesTheSignature() {
    var unsigned = without(ZONE.answer(WWW, Type.A), signatureOf(Type.A));

    assertThat(answer(ZONE, unsigned, WWW, Type.A))
        .isEqualTo(new Security.Bogus(Reason.SIGNATURE_MISSING, "www.ferry.test A"));
  }

  @Test
  void seesThatASignatureIsOfOtherRecords() {
    var message = Spoiled.each(ZONE.answer(WWW, Type.A), r -> isA(r) ? changed(r, 3, 1) : r);

    assertThat(reason(answer(ZONE, message, WWW, Type.A))).isEqualTo(Reason.SIGNATURE_WRONG);
  }

  @Test
  void missesTheKeyOfASignature() {
    var keys = new ZoneKeys.Trusted(ZONE.apex(), List.of(ZONE.ksk));

    assertThat(Validation.answer(ZONE.answer(WWW, Type.A), name(WWW), Type.A, keys, NOW))
        .isEqualTo(
            new Security.Bogus(
                Reason.SIGNATURE_WITHOUT_KEY,
                "www.ferry.test A: signed by ferry.test, algorithm 13, key tag "
                    + ZONE.zsk.getFootprint()
                    + ", from 2026-11-19T06:00:00Z to 2026-12-03T06:00:00Z"));
  }

  @Test
  void isExactAboutTheSecondsOfASignature() {
    assertThat(at(EXPIRATION)).isEqualTo(SECURE);
    assertThat(at(EXPIRATION.plusMillis(999))).isEqualTo(SECURE);
    assertThat(reason(at(EXPIRATION.plusSeconds(1)))).isEqualTo(Reason.SIGNATURE_EXPIRED);
    assertThat(at(INCEPTION)).isEqualTo(SECURE);
    assertThat(reason(at(INCEPTION.minusSeconds(1)))).isEqualTo(Reason.SIGNATURE_NOT_YET_VALID);
  }

  @Test
  void countsSecondsBeyondTheirEnd() { // 2106-02-07: RFC 4034 §3.1.5
    var end = Instant.ofEpochSecond(1L << 32);
    var zone =
        new SignedZone(
            "ferry.test.",
            13,
            new SignedZone.Nsec(),
            end.minusSeconds(10),
            Instant.ofEpochSecond(100),
            "www.ferry.test. A 192.0.2.1");
    var message = zone.answer(WWW, Type.A);

    assertThat(Validation.answer(message, name(WWW), Type.A, zone.trusted(), end.plusSeconds(100)))
        .isEqualTo(SECURE);
    assertThat(
            reason(
                Validation.answer(
                    message, name(WWW), Type.A, zone.trusted(), end.plusSeconds(101))))
        .isEqualTo(Reason.SIGNATURE_EXPIRED);
  }

  @Test
  void isContentWithOneGoodSignatureOfMany() {
    var old = signature(ZONE.zsk, INCEPTION.minusSeconds(99), INCEPTION);
    var message = ZONE.answer(WWW, Type.A);
    var all = without(message, signatureOf(Type.A));
    all.addRecord(old, Section.ANSWER);
    all.addRecord(changed(signature(ZONE.zsk, INCEPTION, EXPIRATION), -1, 1), Section.ANSWER);
    assertThat(reason(answer(ZONE, all, WWW, Type.A))).isEqualTo(Reason.SIGNATURE_EXPIRED);

    all.addRecord(signature(ZONE.zsk, INCEPTION, EXPIRATION), Section.ANSWER);
    assertThat(answer(ZONE, all, WWW, Type.A)).isEqualTo(SECURE);
  }

  @Test
  void tellsTheReasonThatSaysMost() {
    var early = signature(ZONE.zsk, EXPIRATION, EXPIRATION.plusSeconds(99));
    var wrong = changed(signature(ZONE.zsk, INCEPTION, EXPIRATION), -1, 1);
    var stranger =
        SignedZone.ferry(14, new SignedZone.Nsec())
            .answer(WWW, Type.A)
            .getSection(Section.ANSWER)
            .getLast();
    var message = without(ZONE.answer(WWW, Type.A), signatureOf(Type.A));

    message.addRecord(stranger, Section.ANSWER);
    assertThat(reason(answer(ZONE, message, WWW, Type.A))).isEqualTo(Reason.SIGNATURE_WITHOUT_KEY);
    message.addRecord(wrong, Section.ANSWER);
    assertThat(reason(answer(ZONE, message, WWW, Type.A))).isEqualTo(Reason.SIGNATURE_WRONG);
    message.addRecord(early, Section.ANSWER);
    assertThat(reason(answer(ZONE, message, WWW, Type.A)))
        .isEqualTo(Reason.SIGNATURE_NOT_YET_VALID);
  }

  @Test
  void takesNoSignatureInTheNameOfAnotherZone() {
    var message =
        Spoiled.each(
            ZONE.answer(WWW, Type.A),
            r ->
                r instanceof RRSIGRecord rrsig
                    ? new RRSIGRecord(
                        r.getName(),
                        r.getDClass(),
                        r.getTTL(),
                        rrsig.getTypeCovered(),
                        rrsig.getAlgorithm(),
                        rrsig.getOrigTTL(),
                        rrsig.getExpire(),
                        rrsig.getTimeSigned(),
                        rrsig.getFootprint(),
                        name("test."),
                        rrsig.getSignature())
                    : r);

    assertThat(reason(answer(ZONE, message, WWW, Type.A))).isEqualTo(Reason.SIGNATURE_WITHOUT_KEY);
  }

  @ParameterizedTest
  @MethodSource("chains")
  void missesTheProofOfAbsence(SignedZone.Chain chain) {
    var zone = SignedZone.ferry(13, chain);
    for (var name : List.of("nothing.ferry.test.", WWW, "some.wild.ferry.test.")) {
      int type = name.equals(WWW) ? Type.AAAA : Type.A;
      var message =
          without(
              zone.answer(name, type), Spoiled.signed(Type.NSEC).or(Spoiled.signed(Type.NSEC3)));
      assertThat(reason(answer(zone, message, name, type))).isEqualTo(Reason.DENIAL_MISSING);
    }
  }

  @ParameterizedTest
  @MethodSource("chains")
  void seesThatAProofIsOfSomethingElse(SignedZone.Chain chain) {
    var zone = SignedZone.ferry(13, chain);
    var absent = zone.answer("nothing.ferry.test.", Type.A);
    for (var name : List.of(WWW, "under.ferry.test.", "some.wild.ferry.test.")) {
      assertThat(reason(answer(zone, absent, name, Type.A))).isEqualTo(Reason.DENIAL_WRONG);
    }
    var without = zone.answer(WWW, Type.AAAA);
    assertThat(reason(answer(zone, without, WWW, Type.TXT))).isEqualTo(Reason.DENIAL_WRONG);
    without.getHeader().setRcode(Rcode.NXDOMAIN);
    assertThat(reason(answer(zone, without, WWW, Type.AAAA))).isEqualTo(Reason.DENIAL_WRONG);
  }

  @ParameterizedTest
  @MethodSource("chains")
  void tellsThatAProofIsBadlySigned(SignedZone.Chain chain) {
    var zone = SignedZone.ferry(13, chain);
    var message =
        Spoiled.each(
            zone.answer("nothing.ferry.test.", Type.A),
            r ->
                signatureOf(Type.NSEC).or(signatureOf(Type.NSEC3)).test(r) ? changed(r, -1, 1) : r);

    assertThat(reason(answer(zone, message, "nothing.ferry.test.", Type.A)))
        .isEqualTo(Reason.SIGNATURE_WRONG);
  }

  @Test
  void wantsTheStartOfAuthoritySignedAsWell() {
    var message = without(ZONE.answer(WWW, Type.AAAA), signatureOf(Type.SOA));

    assertThat(answer(ZONE, message, WWW, Type.AAAA))
        .isEqualTo(new Security.Bogus(Reason.SIGNATURE_MISSING, "ferry.test SOA"));
  }

  @Test
  void judgesEveryAliasOnTheWay() {
    for (var name : List.of("chain.ferry.test.", "alias.ferry.test.", WWW)) {
      var message =
          without(
              ZONE.answer("chain.ferry.test.", Type.A),
              r -> r instanceof RRSIGRecord && r.getName().equals(name(name)));
      message.addRecord(signature(ZONE.zsk, INCEPTION, INCEPTION), Section.ANSWER);
      assertThat(answer(ZONE, message, "chain.ferry.test.", Type.A))
          .describedAs(name)
          .isNotEqualTo(SECURE);
    }
  }

  @Test
  void endsWhereTheMessageDoes() {
    var message = without(ZONE.answer("alias.ferry.test.", Type.A), Spoiled.signed(Type.A));

    assertThat(answer(ZONE, message, "alias.ferry.test.", Type.A)).isEqualTo(SECURE);
  }

  @Test
  void doesNotCallTheDataOfAZoneBelowUnsigned() {
    var alias = ZONE.answer("alias.ferry.test.", Type.A);
    var intoChild = without(alias, r -> r.getName().equals(name(WWW)) && r instanceof RRSIGRecord);
    var referral = ZONE.answer("www.unsigned.ferry.test.", Type.A);
    var authoritative = Spoiled.empty(name("www.signed.ferry.test."));
    authoritative.addRecord(
        Spoiled.record(name("www.signed.ferry.test."), Type.A, "192.0.2.1"), Section.ANSWER);
    authoritative.addRecord(
        Spoiled.record(name("signed.ferry.test."), Type.NS, "ns1.ferry.test."), Section.AUTHORITY);

    assertThat(answer(ZONE, intoChild, "alias.ferry.test.", Type.A)).isEqualTo(elsewhere(WWW));
    assertThat(answer(ZONE, referral, "www.unsigned.ferry.test.", Type.A))
        .isEqualTo(elsewhere("unsigned.ferry.test."));
    assertThat(answer(ZONE, authoritative, "www.signed.ferry.test.", Type.A))
        .isEqualTo(elsewhere("signed.ferry.test."));
  }

  @Test
  void takesNoAliasThatADnameDoesNotMake() {
    var sound = ZONE.answer("b.old.ferry.test.", Type.A);
    var message =
        Spoiled.each(
            sound,
            r ->
                r.getType() == Type.CNAME
                    ? Spoiled.record(r.getName(), Type.CNAME, "www.ferry.test.")
                    : r);

    assertThat(reason(answer(ZONE, message, "b.old.ferry.test.", Type.A)))
        .isEqualTo(Reason.SIGNATURE_WRONG);
  }

  @Test
  void inheritsWhereTheChainStands() {
    var obstacle = new Obstacle(Obstacle.Kind.TIMED_OUT);
    for (var keys :
        List.of(
            new ZoneKeys.Insecure(ZONE.apex(), "no DS"),
            new ZoneKeys.Bogus(ZONE.apex(), Reason.KEYS_MISSING, "none"),
            new ZoneKeys.Unreachable(ZONE.apex(), obstacle))) {
      assertThat(Validation.answer(ZONE.answer(WWW, Type.A), name(WWW), Type.A, keys, NOW))
          .isEqualTo(keys.security())
          .isNotEqualTo(SECURE);
    }
  }

  @ParameterizedTest
  @CsvSource({"SERVFAIL, NAME_SERVERS_FAILED", "REFUSED, NAME_SERVERS_FAILED"})
  void cannotJudgeAnError(String rcode, Obstacle.Kind kind) {
    var message = Spoiled.empty(name(WWW));
    message.getHeader().setRcode(Rcode.value(rcode));

    assertThat(answer(ZONE, message, WWW, Type.A))
        .isEqualTo(new Security.Unchecked(new Obstacle(kind, rcode)));
  }

  @Test
  void cannotJudgeWhatWasCutShort() {
    var message = Spoiled.empty(name(WWW));
    message.getHeader().setFlag(Flags.TC);

    assertThat(answer(ZONE, message, WWW, Type.A)).isInstanceOf(Security.Unchecked.class);
  }

  @Test
  void refusesANameThatIsNotInTheZone() {
    assertThatThrownBy(() -> answer(ZONE, Spoiled.empty(name("test.")), "test.", Type.A))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void judgesASetByItself() {
    var set = new RRset();
    ZONE.set(name(WWW), Type.A).rrs(false).forEach(set::addRR);
    var good = signature(ZONE.zsk, INCEPTION, EXPIRATION);

    assertThat(Validation.set(set, List.of(good), ZONE.trusted(), NOW)).isEqualTo(SECURE);
    assertThat(reason(Validation.set(set, List.of(), ZONE.trusted(), NOW)))
        .isEqualTo(Reason.SIGNATURE_MISSING);
  }

  @Test
  void believesNoWildcardWithoutItsProof() {
    var expanded = ZONE.answer("some.wild.ferry.test.", Type.A).getSection(Section.ANSWER);

    assertThat(
            reason(
                Validation.set(
                    new RRset(expanded.getFirst()),
                    List.of((RRSIGRecord) expanded.getLast()),
                    ZONE.trusted(),
                    NOW)))
        .isEqualTo(Reason.DENIAL_MISSING);
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void saysEveryReasonInWords(Reason reason) {
    assertThat(Security.words(new Security.Bogus(reason, "A of x")))
        .matches("broken: [a-z][a-zA-Z', ]+ \\(A of x\\)");
  }

  private static RRSIGRecord signature(DNSKEYRecord key, Instant from, Instant until) {
    return (RRSIGRecord) ZONE.signed(ZONE.set(name(WWW), Type.A), key, from, until).getLast();
  }

  private static boolean isA(Record record) {
    return record.getType() == Type.A;
  }

  private static Security at(Instant now) {
    return Validation.answer(ZONE.answer(WWW, Type.A), name(WWW), Type.A, ZONE.trusted(), now);
  }

  private static Security answer(SignedZone zone, String name, int type) {
    return answer(zone, zone.answer(name, type), name, type);
  }

  private static Security answer(SignedZone zone, Message message, String name, int type) {
    return Validation.answer(message, name(name), type, zone.trusted(), NOW);
  }

  private static Security elsewhere(String name) {
    return new Security.Unchecked(
        new Obstacle(Obstacle.Kind.OTHER_ZONE, name(name).toString(true)));
  }

  private static Reason reason(Security security) {
    assertThat(security).isInstanceOf(Security.Bogus.class);
    return ((Security.Bogus) security).reason();
  }
}
