package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.CA;
import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.SEEN;
import static uk.nhs.estate.sample.SpoiltCertificate.site;

import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.practice.PracticeCa;

class UnrelatedCertificateSentTest extends ChainCheckTest {
  UnrelatedCertificateSentTest() {
    super(new UnrelatedCertificateSent());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("the root", shows(LEAF, CA.intermediate(), CA.root())),
        passes("in another order", shows(LEAF, CA.root(), CA.intermediate())),
        passes("twice", shows(LEAF, CA.intermediate(), CA.intermediate())),
        fails(
            "an authority of the same name with another key",
            "unrelated: “CN=Practice Issuing CA (pretend)",
            shows(LEAF, CA.intermediate(), STRANGER)),
        fails(
            "another site's",
            "unrelated: “CN=other.test”",
            shows(LEAF, CA.intermediate(), site("other.test").signed())),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }

  private static final X509Certificate LEAF = CA.issue(CertificateOrder.of(SEEN, HOST)).leaf();
  private static final X509Certificate STRANGER = PracticeCa.create(SEEN).intermediate();
}
