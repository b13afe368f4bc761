package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.CA;
import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.SEEN;
import static uk.nhs.estate.sample.SpoiltCertificate.authority;
import static uk.nhs.estate.sample.SpoiltCertificate.site;

import java.security.cert.X509Certificate;
import java.util.stream.Stream;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.practice.PracticeCa;

class ChainOutOfOrderTest extends ChainCheckTest {
  ChainOutOfOrderTest() {
    super(new ChainOutOfOrder());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("the root at the end", shows(LEAF, CA.intermediate(), CA.root())),
        passes("the leaf alone", shows(LEAF)),
        passes("one that does not belong", shows(LEAF, STRANGER, CA.intermediate())),
        passes("one that is sent twice", shows(LEAF, LEAF, CA.intermediate(), CA.intermediate())),
        passes(
            "two certificates of one authority, as there are while a root is new",
            shows(
                site(HOST).signed(),
                authority().signed(),
                authority().issuer("CN=Older Root CA").signed())),
        fails(
            "the root before the intermediate",
            "sent too early: “CN=Practice Root CA (pretend)",
            shows(LEAF, CA.root(), CA.intermediate())),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }

  private static final X509Certificate LEAF = CA.issue(CertificateOrder.of(SEEN, HOST)).leaf();
  private static final X509Certificate STRANGER = PracticeCa.create(SEEN).intermediate();
}
