package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.CA;
import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.SEEN;

import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import uk.nhs.estate.practice.CertificateOrder;

class CertificateSentTwiceTest extends ChainCheckTest {
  CertificateSentTwiceTest() {
    super(new CertificateSentTwice());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("the root", shows(LEAF, CA.intermediate(), CA.root())),
        fails(
            "the site's",
            "sent twice: “CN=www.trust.nhs.uk”",
            shows(LEAF, LEAF, CA.intermediate())),
        fails(
            "three times",
            "sent twice: “CN=Practice Issuing CA (pretend)",
            shows(LEAF, CA.intermediate(), CA.intermediate(), CA.intermediate())),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }

  private static final X509Certificate LEAF = CA.issue(CertificateOrder.of(SEEN, HOST)).leaf();
}
