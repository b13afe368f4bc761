package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundTls.IPV4;
import static uk.nhs.estate.sample.SpoiltCertificate.site;

import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.sample.SoundTls;
import uk.nhs.estate.sample.SpoiltCertificate;

class CertificateKeyUsageWrongTest extends ChainCheckTest {
  CertificateKeyUsageWrongTest() {
    super(new CertificateKeyUsageWrong());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("nothing is said", shows(site(HOST).without(Extension.keyUsage))),
        fails(
            "it may encipher keys, and signs",
            "its key usage is key encipherment",
            shows(uses(KeyUsage.keyEncipherment))),
        fails(
            "as it was kept before all addresses were looked at",
            "its key usage is key agreement",
            old(shows(uses(KeyUsage.keyAgreement)))),
        passes(
            "it may encipher keys, and signs nothing", deciphers(uses(KeyUsage.keyEncipherment))),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }

  private static SpoiltCertificate uses(int uses) {
    return site(HOST).with(Extension.keyUsage, true, new KeyUsage(uses));
  }

  /// A server that knows nothing but the key exchange by RSA, in which nobody signs.
  private static TlsFacts deciphers(SpoiltCertificate spoilt) {
    var shown = SoundTls.shown(null, spoilt.chain());
    return SoundTls.facts(
        new TlsFacts.Met(
            IPV4,
            new TlsFacts.Completed(
                "TLSv1.2", "TLS_RSA_WITH_AES_128_GCM_SHA256", null, shown.chain()),
            SoundTls.chains(
                SoundTls.posture(shown.chain()),
                new TlsPosture.Shown(
                    HOST, TlsPosture.TLS_1_2, 0x009c, null, shown.chain(), null, null))));
  }
}
