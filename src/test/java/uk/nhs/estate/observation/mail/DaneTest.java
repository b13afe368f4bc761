package uk.nhs.estate.observation.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.foundByAlias;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.secure;
import static uk.nhs.estate.sample.Lookups.unasked;
import static uk.nhs.estate.sample.Lookups.with;
import static uk.nhs.estate.sample.SoundDomain.MAIL;
import static uk.nhs.estate.sample.SoundDomain.mail;

import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.text.TlsaRecord;
import uk.nhs.estate.practice.CertificateOrder.Chain;
import uk.nhs.estate.sample.OddCertificates;
import uk.nhs.estate.sample.SoundMailServer;

class DaneTest {
  private static final String TLSA = "_25._tcp." + MAIL;
  private static final String ALIASED = "mx.b.test";
  private static final String DIGEST = "00".repeat(32);
  private static final Security INSECURE = new Security.Insecure("nhs.uk denies a DS record");
  private static final Security BOGUS =
      new Security.Bogus(Security.Reason.SIGNATURE_EXPIRED, "TLSA");
  private static final Security UNCHECKED =
      new Security.Unchecked(new Obstacle(Kind.NAME_SERVERS_SILENT));

  @Test
  void findsTheRecordsOfEveryMailServer() {
    assertThat(Dane.of(mail()))
        .singleElement()
        .isInstanceOfSatisfying(
            Dane.Pinned.class,
            pinned -> {
              assertThat(pinned.host()).isEqualTo(MAIL);
              assertThat(pinned.usable()).hasSize(1);
              assertThat(pinned.unusable()).isEmpty();
            });
  }

  @Test
  void setsRecordsAsideThatSendersCannotUse() {
    var found = of(secure(found(TLSA, "TLSA", "3 1 1 " + DIGEST, "1 1 1 " + DIGEST, "3 1 1 00")));
    assertThat(found)
        .isInstanceOfSatisfying(
            Dane.Pinned.class,
            pinned -> {
              assertThat(pinned.usable()).containsExactly(new TlsaRecord(3, 1, 1, DIGEST));
              assertThat(pinned.unusable())
                  .hasSize(2)
                  .anyMatch(why -> why.startsWith("1 1 1 0000000000000000…: usage 1"))
                  .anyMatch(why -> why.startsWith("3 1 1 00: a digest"));
            });
  }

  @Test
  void tellsWhetherSendersWouldLookForRecords() {
    assertThat(of(secure(nxdomain(TLSA, "TLSA")))).isEqualTo(new Dane.None(MAIL, true));
    assertThat(of(with(nxdomain(TLSA, "TLSA"), INSECURE), insecure("A"), insecure("AAAA")))
        .isEqualTo(new Dane.None(MAIL, false));
    assertThat(of(with(nxdomain(TLSA, "TLSA"), INSECURE), insecure("A")))
        .as("one of the addresses is not secure")
        .isEqualTo(new Dane.None(MAIL, false));
  }

  @Test
  void looksForNoRecordsOfAServerThatNobodyCanComeTo() {
    assertThat(of(nxdomain(MAIL, "A"), nxdomain(MAIL, "AAAA"), unasked(TLSA, "TLSA")))
        .isEqualTo(new Dane.None(MAIL, false));
    assertThat(of(absent(MAIL, "A"), absent(MAIL, "AAAA"), unasked(TLSA, "TLSA")))
        .isEqualTo(new Dane.None(MAIL, false));
  }

  @Test
  void recordsOfAZoneThatIsNotSignedAreNotTaken() {
    assertThat(of(with(found(TLSA, "TLSA", "3 1 1 " + DIGEST), INSECURE)))
        .isInstanceOfSatisfying(
            Dane.Unsafe.class, unsafe -> assertThat(unsafe.why()).contains("not protected"));
  }

  /// RFC 7672 §2.1.2, §2.2.2: mail waits when the answer is bogus, but only where senders ask.
  @Test
  void aBrokenAnswerKeepsSendersAway() {
    assertThat(of(with(found(TLSA, "TLSA", "3 1 1 " + DIGEST), BOGUS)))
        .isInstanceOf(Dane.Unsafe.class);
    assertThat(of(with(nxdomain(TLSA, "TLSA"), BOGUS)))
        .isInstanceOfSatisfying(
            Dane.Unsafe.class, unsafe -> assertThat(unsafe.why()).contains("has expired"));
    assertThat(of(with(nxdomain(TLSA, "TLSA"), BOGUS), insecure("A"), insecure("AAAA")))
        .isEqualTo(new Dane.None(MAIL, false));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A", "AAAA", "TLSA"})
  void whatCouldNotBeAskedIsHidden(String type) {
    var name = type.equals("TLSA") ? TLSA : MAIL;
    assertThat(of(unasked(name, type)))
        .isEqualTo(new Dane.Hidden(MAIL, new Obstacle(Kind.NAME_SERVERS_SILENT)));
  }

  @Test
  void whatNobodyValidatedIsHidden() {
    assertThat(of(found(TLSA, "TLSA", "3 1 1 " + DIGEST)))
        .isEqualTo(new Dane.Hidden(MAIL, "nobody validated " + TLSA + " TLSA", false));
    assertThat(of(nxdomain(TLSA, "TLSA"), found(MAIL, "A", "192.0.2.25")))
        .isInstanceOf(Dane.Hidden.class);
    assertThat(of(with(nxdomain(TLSA, "TLSA"), UNCHECKED))).isInstanceOf(Dane.Hidden.class);
    assertThat(of(secure(nxdomain(TLSA, "TLSA")), with(found(MAIL, "A", "192.0.2.25"), UNCHECKED)))
        .isInstanceOf(Dane.Hidden.class);
  }

  /// RFC 7672 §2.2.2.
  @Test
  void theNameThatItIsAnAliasOfComesFirst() {
    var own = secure(found("_25._tcp.mx.b.test", "TLSA", "3 1 1 " + DIGEST));
    var other = secure(found("_25._tcp.host.b.test", "TLSA", "3 1 1 " + "11".repeat(32)));
    assertThat(ofAlias(other, own)).isEqualTo(pinned("11".repeat(32)));
    assertThat(ofAlias(secure(nxdomain("_25._tcp.host.b.test", "TLSA")), own))
        .isEqualTo(pinned(DIGEST));
    assertThat(ofAlias(unasked("_25._tcp.host.b.test", "TLSA"), own))
        .isInstanceOf(Dane.Hidden.class);
  }

  @Test
  void onlyTheNameOfAnAliasCountsThatLeadsToWhereNothingIsSigned() {
    var own = secure(found("_25._tcp.mx.b.test", "TLSA", "3 1 1 " + DIGEST));
    var other = with(found("_25._tcp.host.b.test", "TLSA", "3 1 1 " + DIGEST), INSECURE);
    assertThat(
            Dane.of(
                ALIASED,
                mail(
                    with(
                        foundByAlias(List.of("host.b.test."), ALIASED, "A", "192.0.2.1"), INSECURE),
                    with(nxdomain(ALIASED, "AAAA", "host.b.test."), INSECURE),
                    other,
                    own)))
        .isEqualTo(pinned(DIGEST));
  }

  @Test
  void looksAtSoManyMailServersAndNoMore() {
    var exchanges = new String[12];
    for (int at = 0; at < exchanges.length; at++) {
      exchanges[at] = at + " mx" + at + ".b.test.";
    }
    assertThat(Dane.of(mail(found(uk.nhs.estate.sample.SoundDomain.NAME, "MX", exchanges))))
        .hasSize(10);
  }

  @Test
  void aServersOwnCertificateMustFitADaneEeRecord() throws Exception {
    var chain = chain(Chain.WITH_INTERMEDIATE);
    assertThat(pinned(3, chain.getFirst()).fits(chain)).isTrue();
    assertThat(pinned(3, chain.getLast()).fits(chain)).isFalse();
    assertThat(pinned(3, chain.getFirst()).fits(List.of())).isFalse();
    assertThat(pinned(3, chain.getFirst()).fits(chain(Chain.WITH_INTERMEDIATE))).isFalse();
  }

  @Test
  void anAuthorityInTheChainMustFitADaneTaRecord() throws Exception {
    var chain = chain(Chain.WITH_INTERMEDIATE_AND_ROOT);
    assertThat(chain).hasSize(3);
    for (var authority : chain.subList(1, 3)) {
      assertThat(pinned(2, authority).fits(chain)).isTrue();
      assertThat(pinned(2, authority).fits(List.of(chain.get(0), chain.get(2), chain.get(1))))
          .as("in another order")
          .isTrue();
    }
    assertThat(pinned(2, chain.getFirst()).fits(chain)).isFalse();
    assertThat(pinned(2, chain.getLast()).fits(chain.subList(0, 2))).as("not sent").isFalse();
    assertThat(pinned(2, chain.getLast()).fits(List.of())).isFalse();
  }

  @Test
  void anAuthorityThatSignedNothingFitsNoRecord() throws Exception {
    var chain = chain(Chain.WITH_INTERMEDIATE_AND_ROOT);
    var stranger = OddCertificates.belowAnotherRoot(true).getLast();
    assertThat(pinned(2, stranger).fits(List.of(chain.get(0), chain.get(1), stranger))).isFalse();
    var forged = OddCertificates.withAnotherSignature(chain.getFirst());
    assertThat(pinned(2, chain.get(1)).fits(List.of(forged, chain.get(1)))).isFalse();
  }

  @Test
  void oneRecordThatFitsIsEnoughWhileKeysAreRolledOver() throws Exception {
    var chain = chain(Chain.WITH_INTERMEDIATE);
    var next = new TlsaRecord(3, 1, 1, DIGEST);
    var current = pinned(3, chain.getFirst()).usable().getFirst();
    assertThat(new Dane.Pinned(MAIL, List.of(next, current), List.of()).fits(chain)).isTrue();
    assertThat(new Dane.Pinned(MAIL, List.of(next), List.of()).fits(chain)).isFalse();
  }

  @Test
  void endsInACircle() {
    assertThat(pinned(DIGEST, 2).fits(OddCertificates.inACircle())).isFalse();
    assertThat(pinned(DIGEST, 2).fits(OddCertificates.inATangle(30))).isFalse();
  }

  @Test
  void aWholeAuthorityNeedNotBeSent() {
    assertThat(pinned(DIGEST, 2).mayBeFulfilledUnseen()).isFalse();
    assertThat(
            new Dane.Pinned(MAIL, List.of(new TlsaRecord(2, 1, 0, "00")), List.of())
                .mayBeFulfilledUnseen())
        .isTrue();
    assertThat(
            new Dane.Pinned(MAIL, List.of(new TlsaRecord(3, 1, 0, "00")), List.of())
                .mayBeFulfilledUnseen())
        .isFalse();
  }

  private static Dane of(Lookup... spoilt) {
    return Dane.of(MAIL, mail(spoilt));
  }

  private static Dane ofAlias(Lookup... tlsa) {
    return Dane.of(
        ALIASED,
        mail(
            secure(foundByAlias(List.of("host.b.test."), ALIASED, "A", "192.0.2.1")),
            secure(nxdomain(ALIASED, "AAAA", "host.b.test.")),
            tlsa[0],
            tlsa[1]));
  }

  private static Lookup insecure(String type) {
    return with(found(MAIL, type, type.equals("A") ? "192.0.2.25" : "2001:db8::25"), INSECURE);
  }

  private static Dane.Pinned pinned(String digest) {
    return new Dane.Pinned(ALIASED, List.of(new TlsaRecord(3, 1, 1, digest)), List.of());
  }

  private static Dane.Pinned pinned(String digest, int usage) {
    return new Dane.Pinned(MAIL, List.of(new TlsaRecord(usage, 1, 1, digest)), List.of());
  }

  private static Dane.Pinned pinned(int usage, X509Certificate certificate) throws Exception {
    var key = certificate.getPublicKey().getEncoded();
    var digest = MessageDigest.getInstance("SHA-256").digest(key);
    return pinned(HexFormat.of().withUpperCase().formatHex(digest), usage);
  }

  private static List<X509Certificate> chain(Chain sent) {
    return SoundMailServer.tls(order -> order.chain(sent)).certificates();
  }
}
