package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SampleKeys.rsa;
import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SpoiltCertificate.authority;
import static uk.nhs.estate.sample.SpoiltCertificate.site;

import java.util.stream.Stream;

class CertificateKeyBreakableTest extends ChainCheckTest {
  CertificateKeyBreakableTest() {
    super(new CertificateKeyBreakable());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes(
            "RSA of 830 bits is another check's business", shows(site(HOST).key(rsa(830, 65537)))),
        fails(
            "RSA of 829 bits",
            "RSA of 829 bits, exponent 65537",
            shows(site(HOST).key(rsa(829, 65537)))),
        passes("an exponent of 3", shows(site(HOST).key(rsa(2048, 3)))),
        fails(
            "an exponent of 1",
            "RSA of 2048 bits, exponent 1 in",
            shows(site(HOST).key(rsa(2048, 1)))),
        fails(
            "an even exponent",
            "RSA of 2048 bits, exponent 65536",
            shows(site(HOST).key(rsa(2048, 65536)))),
        fails(
            "an intermediate", "in “CN=Sample Issuing CA", below(authority().key(rsa(512, 65537)))),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }
}
