package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.ANCHORS;
import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.tls;
import static uk.nhs.estate.sample.SpoiltCertificate.site;

import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Extension;
import uk.nhs.estate.observation.certificate.Anchors;
import uk.nhs.estate.practice.CertificateOrder.Chain;
import uk.nhs.estate.sample.OddCertificates;

class ChainIncompleteTest extends ChainCheckTest {
  ChainIncompleteTest() {
    super(new ChainIncomplete(Anchors.ofPlatform(ANCHORS)));
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        fails(
            "the intermediate is not sent",
            "“CN=Practice Issuing CA (pretend), O=NHS web estate practice” is neither sent nor"
                + " trusted; browsers can fetch it",
            tls(order -> order.chain(Chain.WITHOUT_INTERMEDIATE))),
        passes(
            "nobody could fetch it",
            shows(site(HOST).without(Extension.authorityInfoAccess).signed())),
        passes("signed by the root itself", tls(order -> order.chain(Chain.SIGNED_BY_ROOT))),
        passes("a private authority", tls(OddCertificates.belowAnotherRoot(false))),
        doesNotApply("self-signed", "self-signed", tls(order -> order.chain(Chain.SELF_SIGNED))),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }
}
