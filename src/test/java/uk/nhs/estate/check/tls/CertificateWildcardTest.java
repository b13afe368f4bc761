package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SpoiltCertificate.site;

import java.util.stream.Stream;

class CertificateWildcardTest extends ChainCheckTest {
  CertificateWildcardTest() {
    super(new CertificateWildcard());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        fails("a star", "for *.trust.nhs.uk", shows(site(HOST, "*.trust.nhs.uk"))),
        passes("no star", shows(site(HOST, "trust.nhs.uk"))),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }
}
