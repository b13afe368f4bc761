package uk.nhs.estate.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.observation.TlsPosture.SSL_2;
import static uk.nhs.estate.observation.TlsPosture.SSL_3;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_0;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_1;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.bouncycastle.asn1.ocsp.OCSPResponse;
import org.bouncycastle.asn1.ocsp.OCSPResponseStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.lab.LabIdentity;
import uk.nhs.estate.lab.LabIdentity.Kind;
import uk.nhs.estate.lab.LabTls;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.TlsPosture.Groups;
import uk.nhs.estate.observation.TlsPosture.Order;
import uk.nhs.estate.observation.TlsPosture.Shown;
import uk.nhs.estate.observation.TlsPosture.Suites;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.observation.Trial.TakenUp;

/// Asks a stack that others wrote what it offers, in one posture after the other.
class StacksTest {
  private static final int ECDHE_ECDSA_AES_128_GCM = 0xc02b;
  private static final int ECDHE_RSA_AES_128_GCM = 0xc02f;
  private static final int AES_128_GCM = 0x1301;
  private static final int X25519 = 0x001d;
  private static final int P_256 = 0x0017;
  private static final int P_384 = 0x0018;
  private static final int FFDHE_2048 = 0x0100;

  /// As many connections as a host of Mozilla's intermediate profile may cost.
  private static final int FEW = 20;

  @Test
  void readsAnIntermediateServerWhole() throws IOException {
    var posture = of(LabTls.server());

    assertThat(spoken(posture)).containsExactly(TLS_1_2, TLS_1_3);
    assertThat(posture.suites())
        .containsExactlyInAnyOrder(
            new Suites(TLS_1_2, LabTls.INTERMEDIATE.subList(3, 12), Order.SERVER, null),
            new Suites(TLS_1_3, LabTls.INTERMEDIATE.subList(0, 3), Order.SERVER, null));
    assertThat(posture.groups(TLS_1_3))
        .contains(
            new Groups(TLS_1_3, List.of(X25519, P_256, P_384, FFDHE_2048), Order.SERVER, null));
    assertThat(posture.groups(TLS_1_2).orElseThrow().codes()).startsWith(X25519, P_256, P_384);
    assertThat(leaves(posture)).contains(leaf(Kind.P256), leaf(Kind.RSA_2048));
    assertThat(posture.oddities()).isEmpty();
  }

  @Test
  void readsAnIntermediateServerWithFewConnections() throws IOException {
    var posture = of(LabTls.server().clientDecides().groups(X25519, P_256, P_384));

    assertThat(posture.suites()).flatExtracting(Suites::codes).hasSize(12);
    assertThat(posture.groups()).flatExtracting(Groups::codes).hasSize(6);
    assertThat(leaves(posture)).contains(leaf(Kind.P256), leaf(Kind.RSA_2048));
    assertThat(posture.effort().connections()).isLessThanOrEqualTo(FEW);
  }

  @Test
  void provesEveryOtherVersionAbsent() throws IOException {
    var posture = of(LabTls.server());
    for (int version : List.of(SSL_2, SSL_3, TLS_1_0, TLS_1_1)) {
      assertThat(posture.version(version)).isInstanceOf(Trial.TurnedDown.class);
    }
  }

  @Test
  void tellsThatTheClientDecides() throws IOException {
    var posture = of(LabTls.server().clientDecides());

    assertThat(posture.suites(TLS_1_2).orElseThrow().order()).isEqualTo(Order.CLIENT);
    assertThat(posture.suites(TLS_1_3).orElseThrow().order()).isEqualTo(Order.CLIENT);
    assertThat(posture.suites(TLS_1_2).orElseThrow().codes())
        .containsExactlyInAnyOrderElementsOf(LabTls.INTERMEDIATE.subList(3, 12));
    assertThat(posture.groups(TLS_1_3).orElseThrow().order()).isEqualTo(Order.CLIENT);
  }

  @Test
  void tellsThatThereIsNoChoice() throws IOException {
    var posture = of(LabTls.server().suites(ECDHE_RSA_AES_128_GCM, AES_128_GCM).groups(P_256));

    assertThat(posture.suites())
        .containsExactlyInAnyOrder(
            new Suites(TLS_1_2, List.of(ECDHE_RSA_AES_128_GCM), Order.ONE, null),
            new Suites(TLS_1_3, List.of(AES_128_GCM), Order.ONE, null));
    assertThat(posture.groups())
        .containsExactlyInAnyOrder(
            new Groups(TLS_1_2, List.of(P_256), Order.ONE, null),
            new Groups(TLS_1_3, List.of(P_256), Order.ONE, null));
  }

  @ParameterizedTest
  @ValueSource(ints = {TLS_1_0, TLS_1_1, TLS_1_2, TLS_1_3})
  void seesThatOnlyOneVersionIsSpoken(int version) throws IOException {
    var posture = of(LabTls.server().versions(version).suites(AES_128_GCM, 0xc013, 0xc009, 0x002f));

    assertThat(spoken(posture)).containsExactly(version);
    assertThat(posture.suites(version).orElseThrow().codes())
        .isEqualTo(version == TLS_1_3 ? List.of(AES_128_GCM) : List.of(0xc013, 0xc009, 0x002f));
  }

  @Test
  void readsAnOldServerWithManySuites() throws IOException {
    Integer[] suites = {
      0xc024, 0xc028, 0x003d, 0x0041, 0xc00a, 0xc014, 0x0035, 0x006b, 0x0039, 0xc023, 0xc027,
      0x003c, 0xc009, 0xc013, 0x002f, 0x0067, 0x0033, 0xc02c, 0xc02b, 0xc030, 0x009d, 0x009f,
      0xc02f, 0x009c, 0x009e, 0x1301
    };
    var posture = of(LabTls.server().versions(TLS_1_0, TLS_1_1, TLS_1_2, TLS_1_3).suites(suites));

    var old = List.of(0x0041, 0xc00a, 0xc014, 0x0035, 0x0039, 0xc009, 0xc013, 0x002f, 0x0033);
    assertThat(posture.suites(TLS_1_0)).contains(new Suites(TLS_1_0, old, Order.SERVER, null));
    assertThat(posture.suites(TLS_1_1)).contains(new Suites(TLS_1_1, old, Order.SERVER, null));
    assertThat(posture.suites(TLS_1_2).orElseThrow().codes())
        .isEqualTo(List.of(suites).subList(0, 25));
    // each of the 44 takes a connection to be seen, and each list and version one to be ended
    assertThat(posture.effort().connections()).isLessThanOrEqualTo(66);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x11ec, 0x11eb, 0x11ed, 0x001e, 0x0019, 0x0018, 0x0104, 0x001f})
  void readsAServerThatKnowsOneGroupInTls13(int group) throws IOException {
    var posture = of(LabTls.server().versions(TLS_1_3).groups(group));

    assertThat(posture.groups(TLS_1_3))
        .contains(new Groups(TLS_1_3, List.of(group), Order.ONE, null));
    assertThat(posture.suites(TLS_1_3).orElseThrow().codes())
        .isEqualTo(LabTls.INTERMEDIATE.subList(0, 3));
  }

  @Test
  void readsAServerOfBothVersionsThatKnowsOnlyGroupsOfFiniteFieldsInTls13() throws IOException {
    var posture =
        of(LabTls.server().versions(TLS_1_2, TLS_1_3).groups(0x0100).suites(AES_128_GCM, 0x009c));

    assertThat(posture.groups(TLS_1_3))
        .contains(new Groups(TLS_1_3, List.of(0x0100), Order.ONE, null));
    assertThat(spoken(posture)).containsExactly(TLS_1_2, TLS_1_3);
    assertThat(posture.behaviour(Behaviour.TOLERATES_TLS_1_3_HELLO)).isInstanceOf(TakenUp.class);
  }

  @Test
  void seesThatPostQuantumGroupsComeFirst() throws IOException {
    var posture = of(LabTls.server().groups(0x11ec, 0x11ed, X25519, P_256));

    assertThat(posture.groups(TLS_1_3))
        .contains(new Groups(TLS_1_3, List.of(0x11ec, 0x11ed, X25519, P_256), Order.SERVER, null));
    assertThat(posture.groups(TLS_1_2).orElseThrow().codes()).containsExactly(X25519, P_256);
  }

  @ParameterizedTest
  @ValueSource(ints = {0x001e, 0x0019, 0x001a, 0x001c, 0x0016})
  void readsAServerThatKnowsOneCurveInTls12(int group) throws IOException {
    var posture =
        of(LabTls.server().versions(TLS_1_2).groups(group).suites(ECDHE_ECDSA_AES_128_GCM));

    assertThat(posture.groups(TLS_1_2))
        .contains(new Groups(TLS_1_2, List.of(group), Order.ONE, null));
  }

  @Test
  void namesNoGroupsWhereNoneAreUsed() throws IOException {
    var posture = of(LabTls.server().versions(TLS_1_2).suites(0x009c, 0x002f));

    assertThat(posture.suites(TLS_1_2))
        .contains(new Suites(TLS_1_2, List.of(0x009c, 0x002f), Order.SERVER, null));
    assertThat(posture.groups(TLS_1_2).map(Groups::codes).orElse(List.of())).isEmpty();
  }

  @Test
  void keepsAPrimeOfTheServersOwn() throws IOException {
    var prime = new BigInteger(1024, 100, new Random(3));
    var posture = of(LabTls.server().versions(TLS_1_2).suites(0x009e).prime(prime));

    assertThat(posture.keys()).hasSize(1);
    var key = posture.keys().getFirst();
    assertThat(key.group()).isNull();
    assertThat(new BigInteger(1, Objects.requireNonNull(key.prime()).bytes())).isEqualTo(prime);
    assertThat(key.generator()).isEqualTo(new Part(new byte[] {2}));
    assertThat(key.repeated()).isZero();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void keepsTheChainOfEveryKindOfKey(Kind kind) throws IOException {
    var posture =
        of(LabTls.server().versions(TLS_1_2).identities(kind).suites(0xc02b, 0xc02f, 0x00a2));

    assertThat(leaves(posture)).containsOnly(leaf(kind));
    assertThat(posture.suites(TLS_1_2).orElseThrow().codes()).hasSize(1);
  }

  @Test
  void readsSuitesWithoutEncryptionOrAuthentication() throws IOException {
    var suites = List.of(0x003b, 0x0002, 0xc010, 0x0034, 0xc018, 0x00a6);
    var posture = of(LabTls.server().versions(TLS_1_2).suites(suites.toArray(Integer[]::new)));

    assertThat(posture.suites(TLS_1_2).orElseThrow().codes()).isEqualTo(suites);
  }

  @Test
  void recognisesAServerForPreSharedKeysOnly() throws IOException {
    var suites = List.of(0x00a8, 0x008c, 0xc035, 0x00aa);
    var posture =
        of(LabTls.server().versions(TLS_1_2).suites(suites.toArray(Integer[]::new)).preSharedKey());

    assertThat(posture.suites(TLS_1_2).orElseThrow().codes()).isEqualTo(suites);
    assertThat(posture.chains()).isEmpty();
  }

  @Test
  void readsCcmAndCamelliaAndAria() throws IOException {
    var suites = List.of(0xc0ac, 0xc0ae, 0xc09c, 0xc0a0, 0xc072, 0x0041, 0xc060, 0xc05c);
    var posture = of(LabTls.server().versions(TLS_1_2).suites(suites.toArray(Integer[]::new)));

    assertThat(posture.suites(TLS_1_2).orElseThrow().codes()).isEqualTo(suites);
  }

  @Test
  void readsEverySuiteOfTls13() throws IOException {
    var suites = List.of(0x1305, 0x1304, 0x1303, 0x1302, 0x1301);
    var posture = of(LabTls.server().versions(TLS_1_3).suites(suites.toArray(Integer[]::new)));

    assertThat(posture.suites(TLS_1_3)).contains(new Suites(TLS_1_3, suites, Order.SERVER, null));
  }

  @Test
  void keepsTheStapleAndTheTimestamps() throws IOException {
    var staple = new OCSPResponse(new OCSPResponseStatus(3), null).getEncoded();
    var timestamps = new byte[] {0, 3, 0, 1, 7};
    var posture = of(LabTls.server().versions(TLS_1_2).staple(staple).timestamps(timestamps));

    assertThat(posture.chains()).isNotEmpty();
    assertThat(posture.chains()).extracting(Shown::ocsp).contains(new Part(staple));
    assertThat(posture.chains()).extracting(Shown::scts).contains(new Part(timestamps));
  }

  @Test
  void readsAServerThatNeedsACertificateOfTheClient() throws IOException {
    var posture = of(LabTls.server().needsCertificate());

    assertThat(spoken(posture)).containsExactly(TLS_1_2, TLS_1_3);
    assertThat(posture.suites(TLS_1_2).orElseThrow().codes()).hasSize(9);
  }

  @Test
  void readsAServerThatReadsNoMoreThan64Suites() throws IOException {
    var posture =
        of(LabTls.server().suites(0x1301, 0xc030, 0xc014, 0x002f, 0xc077).readsSuites(64));

    assertThat(posture.suites(TLS_1_2).orElseThrow().codes())
        .containsExactlyInAnyOrder(0xc030, 0xc014, 0x002f, 0xc077);
    assertThat(posture.suites(TLS_1_2).orElseThrow().missing()).isNull();
  }

  @Test
  void readsAServerThatNeedsAName() throws IOException {
    assertThat(spoken(of(LabTls.server().needsName()))).containsExactly(TLS_1_2, TLS_1_3);
  }

  private static TlsPosture of(LabTls server) throws IOException {
    try (var running = server.start()) {
      return Postures.of(running);
    }
  }

  private static List<Integer> spoken(TlsPosture posture) {
    return TlsPosture.VERSIONS.stream().filter(posture::speaks).toList();
  }

  private static List<Part> leaves(TlsPosture posture) {
    return posture.chains().stream().map(shown -> shown.chain().getFirst()).toList();
  }

  private static Part leaf(Kind kind) {
    return new Part(LabIdentity.of(kind).chain().getFirst());
  }
}
