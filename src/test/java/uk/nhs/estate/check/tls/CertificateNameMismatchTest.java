package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.SEEN;
import static uk.nhs.estate.sample.SoundSite.tls;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.sample.OddCertificates;

class CertificateNameMismatchTest extends CheckTest {
  CertificateNameMismatchTest() {
    super(new CertificateNameMismatch());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("the very name"),
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
            "the common name does not count",
            "for no name at all",
            tls(List.of(OddCertificates.withoutAlternativeNames(HOST)))),
        fails(
            "an address is no name",
            "for no name at all",
            tls(List.of(OddCertificates.forAddress("192.0.2.80")))),
        cannotTell(
            "names that cannot be read",
            "cannot be read",
            tls(List.of(OddCertificates.withBrokenAlternativeNames()))),
        doesNotApply("nobody listens", "nobody answers", tls(new TlsFacts.NobodyListens())),
        doesNotApply("clear text", "does not speak TLS", tls(new TlsFacts.NotTls("HTTP/1.1 400"))),
        cannotTell(
            "no handshake was completed",
            "protocol_version",
            tls(new TlsFacts.Failed(List.of("TLSv1.2"), "protocol_version"))),
        cannotTell(
            "the certificate cannot be read",
            "cannot be read",
            tls(new TlsFacts.Completed("TLSv1.3", "S", null, List.of(new Part(new byte[] {1}))))),
        cannotTellWithout(Topic.TLS));
  }

  private static TlsFacts named(String... names) {
    return tls(_ -> CertificateOrder.of(SEEN, names));
  }
}
