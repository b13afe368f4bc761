package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SpoiltCertificate.authority;
import static uk.nhs.estate.sample.SpoiltCertificate.site;

import java.util.stream.Stream;

class CertificateSignatureWeakTest extends ChainCheckTest {
  CertificateSignatureWeakTest() {
    super(new CertificateSignatureWeak());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        fails("SHA-1", "with SHA1withECDSA", shows(site(HOST).signedWith("1.2.840.10045.4.1"))),
        fails("MD5", "with MD5withRSA", shows(site(HOST).signedWith("1.2.840.113549.1.1.4"))),
        fails(
            "an intermediate",
            "signed: “CN=Sample Issuing CA",
            below(authority().signedWith("1.2.840.113549.1.1.5"))),
        passes(
            "a root",
            shows(
                site(HOST).signed(),
                authority().signed(),
                authority()
                    .subject("CN=Sample Root CA,O=NHS web estate practice,C=GB")
                    .issuer("CN=Sample Root CA,O=NHS web estate practice,C=GB")
                    .signedWith("1.2.840.113549.1.1.5")
                    .signed())),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }
}
