package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.ANCHORS;
import static uk.nhs.estate.sample.SoundSite.tls;

import java.util.stream.Stream;
import uk.nhs.estate.observation.certificate.Anchors;
import uk.nhs.estate.practice.CertificateOrder.Chain;
import uk.nhs.estate.sample.OddCertificates;

class CertificateAuthorityPrivateTest extends ChainCheckTest {
  CertificateAuthorityPrivateTest() {
    super(new CertificateAuthorityPrivate(Anchors.ofPlatform(ANCHORS)));
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        fails(
            "its root is sent, and not known",
            "from “CN=Root CA (odd)”",
            tls(OddCertificates.belowAnotherRoot(true))),
        fails(
            "its root is not sent",
            "from “CN=Root CA (odd)”",
            tls(OddCertificates.belowAnotherRoot(false))),
        passes(
            "a public one, of which a part is missing",
            tls(order -> order.chain(Chain.WITHOUT_INTERMEDIATE))),
        doesNotApply("self-signed", "self-signed", tls(order -> order.chain(Chain.SELF_SIGNED))),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }
}
