package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SpoiltCertificate.site;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsFacts;

class CertificateNamesManyTest extends ChainCheckTest {
  CertificateNamesManyTest() {
    super(new CertificateNamesMany());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("a hundred", named(100)),
        fails("one more", "for 101 names", named(101)),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }

  private static TlsFacts named(int names) {
    return shows(
        site(IntStream.range(0, names).mapToObj(at -> at + ".test").toArray(String[]::new)));
  }
}
