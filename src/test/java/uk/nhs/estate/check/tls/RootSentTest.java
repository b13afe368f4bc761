package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.CA;
import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.SEEN;
import static uk.nhs.estate.sample.SoundSite.tls;
import static uk.nhs.estate.sample.SpoiltCertificate.authority;

import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.practice.CertificateOrder.Chain;
import uk.nhs.estate.practice.PracticeCa;

class RootSentTest extends ChainCheckTest {
  RootSentTest() {
    super(new RootSent());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("a root that another one has signed", below(authority().issuer("CN=Older Root CA"))),
        passes("self-signed", tls(order -> order.chain(Chain.SELF_SIGNED))),
        passes("a root of others", shows(LEAF, CA.intermediate(), PracticeCa.create(SEEN).root())),
        fails(
            "the root",
            "root sent: “CN=Practice Root CA (pretend)",
            shows(LEAF, CA.intermediate(), CA.root())),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }

  private static final X509Certificate LEAF = CA.issue(CertificateOrder.of(SEEN, HOST)).leaf();
}
