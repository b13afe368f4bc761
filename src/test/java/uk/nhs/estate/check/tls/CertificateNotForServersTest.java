package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SpoiltCertificate.site;

import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import uk.nhs.estate.sample.SpoiltCertificate;

class CertificateNotForServersTest extends ChainCheckTest {
  CertificateNotForServersTest() {
    super(new CertificateNotForServers());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("for anything", shows(site(HOST).without(Extension.extendedKeyUsage))),
        passes("for any use", shows(uses(KeyPurposeId.anyExtendedKeyUsage))),
        passes(
            "for servers and clients",
            shows(uses(KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_serverAuth))),
        fails(
            "for clients",
            "it is for 1.3.6.1.5.5.7.3.2",
            shows(uses(KeyPurposeId.id_kp_clientAuth))),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }

  private static SpoiltCertificate uses(KeyPurposeId... uses) {
    return site(HOST).with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(uses));
  }
}
