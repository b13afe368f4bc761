package uk.nhs.estate.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Date;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.estate.sample.SoundSite;

class LeafTest {
  private static final BouncyCastleProvider BC = new BouncyCastleProvider();

  @ParameterizedTest
  @CsvSource({
    "EC, secp256r1, SHA256withECDSA, 3072",
    "EC, secp384r1, SHA256withECDSA, 7680",
    "EC, secp521r1, SHA256withECDSA, 15360",
    "EC, secp224r1, SHA256withECDSA, 2048",
    "EC, secp160r1, SHA256withECDSA, 1024",
    "EC, brainpoolP384r1, SHA256withECDSA, 7680",
    "Ed25519, , Ed25519, 3072",
    "Ed448, , Ed448, 7680"
  })
  void keysOfAllKindsAreComparedWithThoseOfRsa(
      String kind, @Nullable String curve, String signature, int strength) throws Exception {
    assertThat(leaf(kind, curve, signature).strength()).hasValue(strength);
  }

  @Test
  void onlyCurvesOfTheNistHaveANameHere() throws Exception {
    assertThat(leaf("EC", "secp384r1", "SHA256withECDSA").curve()).hasValue("secp384r1");
    assertThat(leaf("EC", "brainpoolP256r1", "SHA256withECDSA").curve())
        .isEqualTo(Optional.empty());
    assertThat(leaf("Ed25519", null, "Ed25519").key()).isEqualTo("EdDSA");
  }

  private static Leaf leaf(String kind, @Nullable String curve, String signature) throws Exception {
    var generator = KeyPairGenerator.getInstance(kind, BC);
    if (curve != null) {
      generator.initialize(new ECGenParameterSpec(curve));
    }
    var keys = generator.generateKeyPair();
    var name = new X500Principal("CN=odd");
    var signed =
        new JcaX509v3CertificateBuilder(
                name,
                BigInteger.ONE,
                Date.from(SoundSite.SEEN),
                Date.from(SoundSite.SEEN.plus(Duration.ofDays(30))),
                name,
                keys.getPublic())
            .build(new JcaContentSignerBuilder(signature).setProvider(BC).build(keys.getPrivate()));
    var read =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(signed.getEncoded()));
    return new Leaf((X509Certificate) read);
  }
}
