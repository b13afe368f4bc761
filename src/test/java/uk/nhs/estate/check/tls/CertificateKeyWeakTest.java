package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SampleKeys.curve;
import static uk.nhs.estate.sample.SampleKeys.dsa;
import static uk.nhs.estate.sample.SampleKeys.rsa;
import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SpoiltCertificate.authority;
import static uk.nhs.estate.sample.SpoiltCertificate.site;

import java.util.stream.Stream;

class CertificateKeyWeakTest extends ChainCheckTest {
  CertificateKeyWeakTest() {
    super(new CertificateKeyWeak());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("RSA of 2048 bits", shows(site(HOST).key(rsa(2048, 65537)))),
        fails(
            "RSA of 2047 bits",
            "RSA of 2047 bits, exponent 65537 in “CN=www",
            shows(site(HOST).key(rsa(2047, 65537)))),
        fails("RSA of 830 bits", "RSA of 830 bits", shows(site(HOST).key(rsa(830, 65537)))),
        passes("RSA of 829 bits is worse", shows(site(HOST).key(rsa(829, 65537)))),
        passes("P-521", shows(site(HOST).key(curve("secp521r1")))),
        fails("P-224", "EC P-224 in", shows(site(HOST).key(curve("secp224r1")))),
        fails("DSA", "DSA of 2048 bits in", shows(site(HOST).key(dsa()))),
        fails(
            "an intermediate",
            "RSA of 1024 bits, exponent 65537 in “CN=Sample Issuing CA",
            below(authority().key(rsa(1024, 65537)))),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }
}
