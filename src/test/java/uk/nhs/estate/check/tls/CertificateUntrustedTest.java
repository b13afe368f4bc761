package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.ANCHORS;
import static uk.nhs.estate.sample.SoundSite.CA;
import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.SEEN;
import static uk.nhs.estate.sample.SoundSite.tls;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.practice.CertificateOrder.Chain;
import uk.nhs.estate.practice.PracticeCa;
import uk.nhs.estate.sample.OddCertificates;

class CertificateUntrustedTest extends CheckTest {
  private static final PracticeCa STRANGER = PracticeCa.create(SEEN);
  private static final X509Certificate LEAF = CA.issue(CertificateOrder.of(SEEN, HOST)).leaf();

  CertificateUntrustedTest() {
    super(new CertificateUntrusted(Set.of(ANCHORS.iterator().next(), OddCertificates.trusted())));
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("an intermediate below a trusted root"),
        passes("the root is sent too", chain(Chain.WITH_INTERMEDIATE_AND_ROOT)),
        passes("signed by the root itself", chain(Chain.SIGNED_BY_ROOT)),
        passes(
            "expired is another check's business", tls(order -> order.until(SEEN.minusSeconds(1)))),
        passes("so is not valid yet", tls(order -> order.from(SEEN.plusSeconds(1)))),
        passes("so is another name", tls(_ -> CertificateOrder.of(SEEN, "other.test"))),
        passes("sent in another order", tls(List.of(LEAF, CA.root(), CA.intermediate()))),
        passes(
            "sent with one that does not belong",
            tls(List.of(LEAF, STRANGER.intermediate(), CA.intermediate()))),
        fails("self-signed", "self-signed", chain(Chain.SELF_SIGNED)),
        fails(
            "the intermediate is not sent",
            "O=NHS web estate practice” is neither sent nor trusted",
            chain(Chain.WITHOUT_INTERMEDIATE)),
        fails(
            "another root, not sent",
            "Root CA (odd)” is neither sent",
            tls(OddCertificates.belowAnotherRoot(false))),
        fails(
            "another root, sent",
            "Root CA (odd)”, is not trusted",
            tls(OddCertificates.belowAnotherRoot(true))),
        fails(
            "an authority of the same name with another key",
            "is wrong",
            tls(List.of(LEAF, STRANGER.intermediate()))),
        fails(
            "the signature has been changed",
            "is wrong",
            tls(List.of(OddCertificates.withAnotherSignature(LEAF), CA.intermediate()))),
        fails(
            "the intermediate is no authority",
            "is no authority",
            tls(OddCertificates.belowALeaf())),
        fails(
            "the intermediate has expired",
            "expired",
            tls(OddCertificates.belowAnExpiredIntermediate())),
        fails("a circle", "in a circle", tls(OddCertificates.inACircle())),
        fails("a tangle", "neither sent nor trusted", tls(OddCertificates.inATangle(30))),
        fails("for mail only", "not issued for servers", tls(List.of(OddCertificates.forMail()))),
        cannotTell(
            "an authority that is kept from names of an odd kind",
            "cannot be judged",
            tls(OddCertificates.belowOddConstraints())),
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

  private static TlsFacts chain(Chain sent) {
    return tls(order -> order.chain(sent));
  }
}
