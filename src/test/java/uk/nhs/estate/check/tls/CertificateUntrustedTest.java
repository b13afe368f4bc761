package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.ANCHORS;
import static uk.nhs.estate.sample.SoundSite.CA;
import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.SEEN;
import static uk.nhs.estate.sample.SoundSite.tls;
import static uk.nhs.estate.sample.SpoiltCertificate.site;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Extension;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.certificate.Anchors;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.practice.CertificateOrder.Chain;
import uk.nhs.estate.practice.PracticeCa;
import uk.nhs.estate.sample.OddCertificates;

class CertificateUntrustedTest extends ChainCheckTest {
  CertificateUntrustedTest() {
    super(
        new CertificateUntrusted(
            Anchors.ofPlatform(Set.of(ANCHORS.iterator().next(), OddCertificates.trusted()))));
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("the root is sent too", chain(Chain.WITH_INTERMEDIATE_AND_ROOT)),
        passes("signed by the root itself", chain(Chain.SIGNED_BY_ROOT)),
        passes("as it was kept before all addresses were looked at", old(tls())),
        passes(
            "expired is another check's business", tls(order -> order.until(SEEN.minusSeconds(1)))),
        passes("so is not valid yet", tls(order -> order.from(SEEN.plusSeconds(1)))),
        passes("so is another name", tls(_ -> CertificateOrder.of(SEEN, "other.test"))),
        passes("sent in another order", tls(List.of(LEAF, CA.root(), CA.intermediate()))),
        passes(
            "sent with one that does not belong",
            tls(List.of(LEAF, STRANGER.intermediate(), CA.intermediate()))),
        doesNotApply("self-signed", "self-signed", chain(Chain.SELF_SIGNED)),
        doesNotApply(
            "the intermediate is not sent", "is missing", chain(Chain.WITHOUT_INTERMEDIATE)),
        doesNotApply(
            "what is sent of the intermediate is of another key",
            "is missing",
            tls(List.of(LEAF, STRANGER.intermediate()))),
        fails(
            "neither sent, nor known, nor to be had",
            "it is incomplete: the certificate of “CN=Sample Issuing CA",
            shows(site(HOST).without(Extension.authorityInfoAccess).signed())),
        doesNotApply(
            "another root, not sent",
            "Root CA (odd)”, is a private one",
            tls(OddCertificates.belowAnotherRoot(false))),
        doesNotApply(
            "another root, sent",
            "Root CA (odd)”, is a private one",
            tls(OddCertificates.belowAnotherRoot(true))),
        fails(
            "a root that says it is a public one and is not known",
            "is the root of a private authority",
            tls(
                STRANGER
                    .issue(CertificateOrder.of(SEEN, HOST).chain(Chain.WITH_INTERMEDIATE_AND_ROOT))
                    .chain())),
        fails(
            "the signature has been changed",
            "is wrong",
            tls(List.of(OddCertificates.withAnotherSignature(LEAF), CA.intermediate()))),
        fails(
            "one of two chains at one of two addresses",
            "[2001:db8::80]:443: in TLS 1.3,",
            showsBeside(OddCertificates.withAnotherSignature(LEAF), CA.intermediate())),
        passes(
            "the default certificate", showsToNobody(OddCertificates.withAnotherSignature(LEAF))),
        fails(
            "the intermediate is no authority",
            "is no authority",
            tls(OddCertificates.belowALeaf())),
        fails(
            "the intermediate has expired",
            "expired",
            tls(OddCertificates.belowAnExpiredIntermediate())),
        fails("a circle", "in a circle", tls(OddCertificates.inACircle())),
        doesNotApply("a tangle", "is a private one", tls(OddCertificates.inATangle(30))),
        cannotTell(
            "an authority that is kept from names of an odd kind",
            "cannot be judged",
            tls(OddCertificates.belowOddConstraints())),
        doesNotApply(
            "for mail only", "not issued for servers", tls(List.of(OddCertificates.forMail()))),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }

  private static final PracticeCa STRANGER = PracticeCa.create(SEEN);
  private static final X509Certificate LEAF = CA.issue(CertificateOrder.of(SEEN, HOST)).leaf();

  private static TlsFacts chain(Chain sent) {
    return tls(order -> order.chain(sent));
  }
}
