package uk.nhs.estate.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.observation.TlsPosture.SSL_3;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_0;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_1;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.lab.LabIdentity;
import uk.nhs.estate.lab.LabIdentity.Kind;
import uk.nhs.estate.lab.LabJsse;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.Order;
import uk.nhs.estate.observation.TlsPosture.Suites;

/// Asks the Java platform's TLS for what it has long forbidden.
class ForbiddenStacksTest {
  private static LabJsse jsse;

  @BeforeAll
  static void start() throws IOException {
    jsse =
        LabJsse.start(
            LabIdentity.of(Kind.RSA_2048),
            LabIdentity.of(Kind.P256),
            LabIdentity.of(Kind.DSA_1024));
  }

  @AfterAll
  static void stop() throws IOException {
    jsse.close();
  }

  @Test
  void readsAServerThatSpeaksSsl3Only() throws IOException {
    var posture =
        of(
            List.of("SSLv3"),
            "SSL_RSA_WITH_RC4_128_SHA",
            "SSL_RSA_WITH_RC4_128_MD5",
            "SSL_RSA_WITH_3DES_EDE_CBC_SHA",
            "TLS_RSA_WITH_AES_128_CBC_SHA");

    assertThat(spoken(posture)).containsExactly(SSL_3);
    assertThat(posture.suites(SSL_3))
        .contains(new Suites(SSL_3, List.of(0x0005, 0x0004, 0x000a, 0x002f), Order.SERVER, null));
    assertThat(posture.chains()).isNotEmpty();
  }

  @Test
  void readsExportSuitesAndDes() throws IOException {
    var posture =
        of(
            List.of("TLSv1"),
            "SSL_RSA_EXPORT_WITH_RC4_40_MD5",
            "SSL_RSA_EXPORT_WITH_DES40_CBC_SHA",
            "SSL_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA",
            "SSL_RSA_WITH_DES_CBC_SHA",
            "SSL_DHE_RSA_WITH_DES_CBC_SHA");

    assertThat(spoken(posture)).containsExactly(TLS_1_0);
    assertThat(posture.suites(TLS_1_0).orElseThrow().codes())
        .containsExactlyInAnyOrder(0x0003, 0x0008, 0x0014, 0x0009, 0x0015);
  }

  @Test
  void readsAnonymousAndUnencryptedSuites() throws IOException {
    var posture =
        of(
            List.of("TLSv1.1", "TLSv1.2"),
            "SSL_DH_anon_WITH_RC4_128_MD5",
            "SSL_DH_anon_WITH_3DES_EDE_CBC_SHA",
            "TLS_DH_anon_WITH_AES_128_GCM_SHA256",
            "TLS_ECDH_anon_WITH_RC4_128_SHA",
            "SSL_RSA_WITH_NULL_MD5",
            "TLS_RSA_WITH_NULL_SHA256",
            "TLS_ECDHE_ECDSA_WITH_NULL_SHA");

    assertThat(spoken(posture)).containsExactly(TLS_1_1, TLS_1_2);
    assertThat(posture.suites(TLS_1_1).orElseThrow().codes())
        .containsExactlyInAnyOrder(0x0018, 0x001b, 0xc016, 0x0001, 0xc006);
    assertThat(posture.suites(TLS_1_2).orElseThrow().codes())
        .containsExactlyInAnyOrder(0x0018, 0x001b, 0x00a6, 0xc016, 0x0001, 0x003b, 0xc006);
  }

  @Test
  void readsSuitesOfDsaKeys() throws IOException {
    var posture =
        of(
            List.of("TLSv1.2"),
            "TLS_DHE_DSS_WITH_AES_128_GCM_SHA256",
            "TLS_DHE_DSS_WITH_AES_128_CBC_SHA",
            "SSL_DHE_DSS_WITH_3DES_EDE_CBC_SHA");

    assertThat(posture.suites(TLS_1_2))
        .contains(new Suites(TLS_1_2, List.of(0x00a2, 0x0032, 0x0013), Order.SERVER, null));
  }

  private static TlsPosture of(List<String> versions, String... suites) throws IOException {
    return Postures.of(jsse.serve(true, versions, List.of(suites)));
  }

  private static List<Integer> spoken(TlsPosture posture) {
    return TlsPosture.VERSIONS.stream().filter(posture::speaks).toList();
  }
}
