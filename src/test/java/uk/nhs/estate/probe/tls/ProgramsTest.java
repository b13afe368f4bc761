package uk.nhs.estate.probe.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.nhs.estate.lab.LabIdentity;
import uk.nhs.estate.lab.LabIdentity.Kind;
import uk.nhs.estate.lab.LabProgram;
import uk.nhs.estate.observation.TlsPosture.Order;
import uk.nhs.estate.observation.TlsPosture.Suites;

/// Asks the servers that most of the web runs on, where they are installed.
class ProgramsTest {
  private static final List<LabIdentity> BOTH =
      List.of(LabIdentity.of(Kind.P256), LabIdentity.of(Kind.RSA_2048));

  @TempDir private Path folder;

  @Test
  void readsNginxAsMozillaWouldHaveIt() throws IOException {
    assumeTrue(LabProgram.hasNginx(), "nginx is not installed (package nginx)");
    var lines =
        """
        ssl_protocols TLSv1.2 TLSv1.3;
        ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:\
        ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:\
        ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305;
        ssl_prefer_server_ciphers off;
        ssl_ecdh_curve X25519:prime256v1:secp384r1;
        """;
    try (var nginx = LabProgram.nginx(folder, BOTH, lines)) {
      var posture = Postures.of(nginx.door());

      assertThat(posture.suites(TLS_1_2).orElseThrow().order()).isEqualTo(Order.CLIENT);
      assertThat(posture.suites(TLS_1_2).orElseThrow().codes())
          .containsExactlyInAnyOrder(0xc02b, 0xc02f, 0xc02c, 0xc030, 0xcca9, 0xcca8);
      assertThat(posture.suites(TLS_1_3).orElseThrow().codes())
          .containsExactlyInAnyOrder(0x1301, 0x1302, 0x1303);
      assertThat(posture.chains()).hasSizeGreaterThanOrEqualTo(2);
      assertThat(posture.effort().connections()).isLessThanOrEqualTo(20);
    }
  }

  @Test
  void readsOpensslWithOneVisitorAtATime() throws IOException {
    assumeTrue(LabProgram.hasOpenssl(), "openssl is not installed (package openssl)");
    try (var openssl =
        LabProgram.openssl(
            folder,
            LabIdentity.of(Kind.RSA_2048),
            "-tls1_2",
            "-serverpref",
            "-cipher",
            "ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-AES128-GCM-SHA256:AES128-SHA")) {
      assertThat(Postures.of(openssl.door()).suites(TLS_1_2))
          .contains(new Suites(TLS_1_2, List.of(0xc030, 0xc02f, 0x002f), Order.SERVER, null));
    }
  }
}
