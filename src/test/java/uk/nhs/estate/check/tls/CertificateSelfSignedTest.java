package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.ANCHORS;
import static uk.nhs.estate.sample.SoundSite.tls;

import java.util.stream.Stream;
import uk.nhs.estate.observation.certificate.Anchors;
import uk.nhs.estate.practice.CertificateOrder.Chain;
import uk.nhs.estate.sample.OddCertificates;

class CertificateSelfSignedTest extends ChainCheckTest {
  CertificateSelfSignedTest() {
    super(new CertificateSelfSigned(Anchors.ofPlatform(ANCHORS)));
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        fails(
            "it vouches for itself",
            "signed with its own key",
            tls(order -> order.chain(Chain.SELF_SIGNED))),
        fails(
            "as it was kept before all addresses were looked at",
            "signed with its own key",
            old(tls(order -> order.chain(Chain.SELF_SIGNED)))),
        passes("a private authority", tls(OddCertificates.belowAnotherRoot(true))),
        passes("a part is missing", tls(order -> order.chain(Chain.WITHOUT_INTERMEDIATE))),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }
}
