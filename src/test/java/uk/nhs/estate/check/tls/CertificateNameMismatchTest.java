package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.SEEN;
import static uk.nhs.estate.sample.SoundSite.tls;
import static uk.nhs.estate.sample.SpoiltCertificate.site;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.sample.OddCertificates;

class CertificateNameMismatchTest extends ChainCheckTest {
  CertificateNameMismatchTest() {
    super(new CertificateNameMismatch());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("in capitals", named("WWW.Trust.NHS.uk")),
        passes("among others", named("trust.nhs.uk", HOST)),
        passes("a star for the first label", named("*.trust.nhs.uk")),
        fails("the domain only", "for trust.nhs.uk", named("trust.nhs.uk")),
        fails("a star for two labels", "for *.nhs.uk", named("*.nhs.uk")),
        fails("a star for part of a label", "for w*.trust.nhs.uk", named("w*.trust.nhs.uk")),
        fails("a star inside", "for www.*.nhs.uk", named("www.*.nhs.uk")),
        fails("two stars", "for *.*.nhs.uk", named("*.*.nhs.uk")),
        fails("a star alone", "for *", named("*")),
        fails("a name that ends alike", "for xwww.trust.nhs.uk", named("xwww.trust.nhs.uk")),
        fails(
            "one of two chains at one of two addresses",
            "[2001:db8::80]:443: in TLS 1.3,",
            showsBeside(site("other.test").signed())),
        passes("the default certificate", showsToNobody(site("other.test").signed())),
        fails(
            "the common name does not count",
            "for no name at all; its common name is www.trust.nhs.uk, which nobody asks any more",
            tls(List.of(OddCertificates.withoutAlternativeNames(HOST)))),
        fails(
            "an address is no name",
            "for no name at all",
            tls(List.of(OddCertificates.forAddress("192.0.2.80")))),
        fails(
            "many other names",
            "19.test and 5 more",
            named(IntStream.range(0, 25).mapToObj(at -> at + ".test").toArray(String[]::new))),
        cannotTell(
            "names that cannot be read",
            "cannot be read",
            tls(List.of(OddCertificates.withBrokenAlternativeNames()))),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }

  private static TlsFacts named(String... names) {
    return tls(_ -> CertificateOrder.of(SEEN, names));
  }
}
