package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SampleKeys.rsa;
import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SpoiltCertificate.site;

import java.util.stream.Stream;

class CertificateExponentSmallTest extends ChainCheckTest {
  CertificateExponentSmallTest() {
    super(new CertificateExponentSmall());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("65537", shows(site(HOST).key(rsa(2048, 65537)))),
        fails("65535", "exponent 65535", shows(site(HOST).key(rsa(2048, 65535)))),
        fails("3", "exponent 3 in “CN=www.trust.nhs.uk”", shows(site(HOST).key(rsa(2048, 3)))),
        passes("1 is worse", shows(site(HOST).key(rsa(2048, 1)))),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }
}
