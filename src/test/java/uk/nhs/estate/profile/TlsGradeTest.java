package uk.nhs.estate.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.observation.TlsPosture.SSL_2;
import static uk.nhs.estate.observation.TlsPosture.SSL_3;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_0;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_1;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;
import static uk.nhs.estate.sample.SoundTls.behaviour;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.hidden;
import static uk.nhs.estate.sample.SoundTls.keys;
import static uk.nhs.estate.sample.SoundTls.met;
import static uk.nhs.estate.sample.SoundTls.suites;
import static uk.nhs.estate.sample.SoundTls.unmet;
import static uk.nhs.estate.sample.SoundTls.version;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.TlsPosture.KeyShown;
import uk.nhs.estate.observation.TlsPosture.Order;
import uk.nhs.estate.observation.TlsPosture.Suites;
import uk.nhs.estate.observation.Trial.TakenUp;
import uk.nhs.estate.observation.Trial.TurnedDown;
import uk.nhs.estate.observation.certificate.Anchors;
import uk.nhs.estate.policy.Catalogue;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.profile.TlsGrade.CannotSay;
import uk.nhs.estate.profile.TlsGrade.Cap;
import uk.nhs.estate.profile.TlsGrade.Graded;
import uk.nhs.estate.profile.TlsGrade.Scores;
import uk.nhs.estate.sample.OddCertificates;
import uk.nhs.estate.sample.SoundSite;
import uk.nhs.estate.sample.SoundTls;
import uk.nhs.estate.settings.ScannerConfig;

class TlsGradeTest {
  private static final Hsts YEAR = new Hsts.Asked(Duration.ofDays(365));

  private static TlsGrade grade(TlsFacts tls) {
    return TlsGrade.of(tls, Map.of(), YEAR);
  }

  private static Graded graded(UnaryOperator<TlsPosture> spoilt) {
    return (Graded) grade(facts(spoilt));
  }

  private static Letter letter(UnaryOperator<TlsPosture> spoilt) {
    return graded(spoilt).letter();
  }

  private static KeyShown prime(int bits) {
    var prime = new byte[bits / 8];
    prime[0] = (byte) 0x80;
    return new KeyShown(TLS_1_2, 0x9f, null, new Part(prime), null, 1, 0);
  }

  @Test
  void aSoundSiteThatAsksForHttpsHasTheBestLetter() {
    var grade = graded(its -> its);

    assertThat(grade.letter()).isEqualTo(Letter.A_PLUS);
    assertThat(grade.scores()).isEqualTo(new Scores(100, 90, 90));
    assertThat(grade.caps()).isEmpty();
  }

  @Test
  void withoutHstsOfSixMonthsItIsAnA() {
    assertThat(TlsGrade.of(facts(its -> its), Map.of(), new Hsts.Absent()))
        .isInstanceOfSatisfying(Graded.class, its -> assertThat(its.letter()).isEqualTo(Letter.A));
    var brief = new Hsts.Asked(Duration.ofDays(179));
    assertThat(((Graded) TlsGrade.of(facts(its -> its), Map.of(), brief)).notes())
        .containsExactly("A+ needs HSTS of six months, not of 179 days");
    assertThat(((Graded) TlsGrade.of(facts(its -> its), Map.of(), new Hsts.Unknown())).notes())
        .containsExactly("A+ needs HSTS of six months, which was not looked at");
  }

  @Test
  void withoutFallbackScsvItIsAnA() {
    assertThat(letter(its -> behaviour(its, Behaviour.FALLBACK_SCSV, new TurnedDown(""))))
        .isEqualTo(Letter.A);
  }

  @Test
  void withoutTls13ItIsAnAMinus() {
    assertThat(graded(its -> version(its, TLS_1_3, new TurnedDown(""))).caps())
        .containsExactly(new Cap(Letter.A_MINUS, "no TLS 1.3", "2009r"));
  }

  @Test
  void oldVersionsAllowNoMoreThanAB() {
    var grade = graded(its -> suites(its, TLS_1_0, Order.SERVER, 0xc014, 0xc013));

    assertThat(grade.letter()).isEqualTo(Letter.B);
    assertThat(grade.scores().protocol()).isEqualTo(95);
    assertThat(letter(its -> suites(its, TLS_1_1, Order.SERVER, 0xc014))).isEqualTo(Letter.B);
    assertThat(letter(its -> suites(its, SSL_3, Order.SERVER, 0x0005))).isEqualTo(Letter.B);
  }

  @Test
  void cbcInSsl3AllowsNoMoreThanAC() {
    var grade = graded(its -> suites(its, SSL_3, Order.SERVER, 0x0035));

    assertThat(grade.letter()).isEqualTo(Letter.C);
    assertThat(grade.caps().getFirst().reason()).isEqualTo("POODLE follows from CBC in SSL 3.0");
  }

  @Test
  void ssl2IsAnF() {
    var grade = graded(its -> suites(its, SSL_2, Order.SERVER, 0x010080));

    assertThat(grade.letter()).isEqualTo(Letter.F);
    assertThat(grade.scores().protocol()).isEqualTo(50);
  }

  @Test
  void suitesThatProtectNothingAreAnF() {
    assertThat(letter(its -> suites(its, TLS_1_2, Order.SERVER, 0xc02c, 0x0002)))
        .isEqualTo(Letter.F);
    assertThat(letter(its -> suites(its, TLS_1_2, Order.SERVER, 0xc02c, 0x0003)))
        .isEqualTo(Letter.F);
    var anonymous = graded(its -> suites(its, TLS_1_2, Order.SERVER, 0xc02c, 0xc018));
    assertThat(anonymous.letter()).isEqualTo(Letter.F);
    assertThat(anonymous.scores().total()).isZero();
  }

  @Test
  void rc4AndShortBlocksCountWhereBrowsersAreGivenThem() {
    assertThat(letter(its -> suites(its, TLS_1_2, Order.SERVER, 0x000a, 0xc02c)))
        .isEqualTo(Letter.C);
    assertThat(letter(its -> suites(its, TLS_1_2, Order.SERVER, 0xc02c, 0x000a)))
        .isEqualTo(Letter.A_PLUS);
    assertThat(letter(its -> suites(its, TLS_1_2, Order.SERVER, 0x0005))).isEqualTo(Letter.C);
    assertThat(letter(its -> suites(its, TLS_1_2, Order.SERVER, 0xc02c, 0x0005)))
        .isEqualTo(Letter.B);
    assertThat(letter(its -> suites(its, TLS_1_2, Order.CLIENT, 0x0005, 0xc02c)))
        .isEqualTo(Letter.B);
  }

  @Test
  void withoutForwardSecrecyOrAeadItIsAB() {
    assertThat(letter(its -> suites(its, TLS_1_2, Order.SERVER, 0x009d, 0xc02c)))
        .isEqualTo(Letter.B);
    assertThat(letter(its -> suites(its, TLS_1_2, Order.CLIENT, 0x009d, 0xc02c)))
        .isEqualTo(Letter.A_PLUS);
    assertThat(letter(its -> suites(its, TLS_1_2, Order.SERVER, 0xc024))).isEqualTo(Letter.B);
  }

  @Test
  void shortKeysCost() {
    assertThat(letter(its -> keys(its, prime(2048)))).isEqualTo(Letter.A_PLUS);
    var weak = graded(its -> keys(its, prime(1024)));
    assertThat(weak.letter()).isEqualTo(Letter.B);
    assertThat(weak.scores().keyExchange()).isEqualTo(80);
    assertThat(letter(its -> keys(its, prime(768)))).isEqualTo(Letter.F);
  }

  @Test
  void flawsAreAnF() {
    for (var flaw :
        List.of(
            Behaviour.HEARTBLEED,
            Behaviour.CCS_INJECTION,
            Behaviour.ROBOT,
            Behaviour.TICKETBLEED)) {
      assertThat(letter(its -> behaviour(its, flaw, new TakenUp("")))).isEqualTo(Letter.F);
    }
    assertThat(graded(its -> behaviour(its, Behaviour.ROBOT, hidden())).notes())
        .containsExactly("ROBOT was not tried");
  }

  @Test
  void compressionAllowsNoMoreThanAC() {
    assertThat(letter(its -> behaviour(its, Behaviour.COMPRESSION, new TakenUp(""))))
        .isEqualTo(Letter.C);
  }

  @Test
  void insecureRenegotiationIsAnFOnceAClientCanBeginIt() {
    UnaryOperator<TlsPosture> without =
        its -> behaviour(its, Behaviour.SECURE_RENEGOTIATION, new TurnedDown(""));

    assertThat(letter(without)).isEqualTo(Letter.A_MINUS);
    assertThat(
            letter(
                its ->
                    behaviour(without.apply(its), Behaviour.CLIENT_RENEGOTIATION, new TakenUp(""))))
        .isEqualTo(Letter.F);
  }

  @Test
  void aCertificateThatNobodyShouldBelieveHasALetterOfItsOwn() {
    var untrusted =
        (Graded)
            TlsGrade.of(
                facts(its -> its),
                Map.of(
                    "tls.certificate-untrusted", new Verdict.Fail("", "self-signed"),
                    "tls.certificate-name-mismatch", new Verdict.Fail("", "for another name")),
                YEAR);

    assertThat(untrusted.letter()).isEqualTo(Letter.T);
    assertThat(untrusted.ifTrusted()).isEqualTo(Letter.A_PLUS);
    assertThat(untrusted.caps()).extracting(Cap::letter).containsExactly(Letter.T, Letter.M);
  }

  static Stream<List<X509Certificate>> unbelievable() {
    return Stream.of(
        SoundSite.CA
            .issue(
                CertificateOrder.of(SoundSite.SEEN, SoundSite.HOST)
                    .chain(CertificateOrder.Chain.SELF_SIGNED))
            .chain(),
        OddCertificates.belowAnotherRoot(true),
        OddCertificates.belowALeaf(),
        List.of(OddCertificates.forMail()));
  }

  @ParameterizedTest
  @MethodSource("unbelievable")
  void noCertificateThatBrowsersRefuseHasABetterOne(List<X509Certificate> chain) {
    var config = ScannerConfig.read(null);
    var facts = SoundSite.tls(chain);
    var verdicts =
        Catalogue.ofTls(
                config.policies().getLast(),
                Anchors.ofPlatform(
                    Set.of(SoundSite.ANCHORS.iterator().next(), OddCertificates.trusted())),
                config.lists().logs())
            .stream()
            .collect(Collectors.toMap(check -> check.rule().id(), check -> check.judge(facts)));

    assertThat(((Graded) TlsGrade.of(facts, verdicts, YEAR)).letter()).isEqualTo(Letter.T);
  }

  @Test
  void anIncompleteChainAllowsNoMoreThanAB() {
    var verdicts =
        Map.<String, Verdict>of("tls.chain-incomplete", new Verdict.Fail("", "no issuer"));

    assertThat(((Graded) TlsGrade.of(facts(its -> its), verdicts, YEAR)).letter())
        .isEqualTo(Letter.B);
  }

  @Test
  void whatWasHiddenLeavesTheLetterOpen() {
    var cutOff = new Obstacle(Obstacle.Kind.CONNECTION_RESET);

    assertThat(
            grade(
                facts(
                    its ->
                        suites(its, new Suites(TLS_1_2, List.of(0xc02c), Order.SERVER, cutOff)))))
        .isEqualTo(
            new CannotSay(Letter.A_PLUS, List.of("192.0.2.80:443: some cipher suites of TLS 1.2")));
    assertThat(grade(facts(its -> version(its, SSL_2, hidden())))).isInstanceOf(CannotSay.class);
    assertThat(
            TlsGrade.of(
                facts(its -> its),
                Map.of("tls.certificate-untrusted", new Verdict.Unknown("nobody looked")),
                YEAR))
        .isInstanceOf(CannotSay.class);
  }

  @Test
  void whatCannotGetWorseIsSaidAllTheSame() {
    assertThat(
            letter(its -> version(suites(its, SSL_2, Order.SERVER, 0x010080), TLS_1_1, hidden())))
        .isEqualTo(Letter.F);
  }

  @Test
  void theWorstAddressCounts() {
    var old = met(SoundTls.IPV6, its -> suites(its, TLS_1_0, Order.SERVER, 0xc014, 0xc013));

    assertThat((Graded) grade(facts(met(SoundTls.IPV4, its -> its), old)))
        .returns(Letter.B, Graded::letter)
        .returns("[2001:db8::80]:443", Graded::at);
    assertThat(grade(facts(met(SoundTls.IPV4, its -> its), unmet()))).isInstanceOf(CannotSay.class);
  }
}
