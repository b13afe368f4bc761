package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SampleKeys.rsa;
import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SpoiltCertificate.site;

import java.util.stream.Stream;

class CertificateKeyLargeTest extends ChainCheckTest {
  CertificateKeyLargeTest() {
    super(new CertificateKeyLarge());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("8192 bits", shows(site(HOST).key(rsa(8192, 65537)))),
        fails("8193 bits", "RSA of 8193 bits", shows(site(HOST).key(rsa(8193, 65537)))),
        fails("16,384 bits", "RSA of 16384 bits", shows(site(HOST).key(rsa(16384, 65537)))),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }
}
