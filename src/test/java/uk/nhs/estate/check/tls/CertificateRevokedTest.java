package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.CA;
import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.SEEN;
import static uk.nhs.estate.sample.SoundSite.tls;
import static uk.nhs.estate.sample.SoundTls.IPV4;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.practice.PracticeCa;
import uk.nhs.estate.sample.SampleStaple;
import uk.nhs.estate.sample.SoundTls;

class CertificateRevokedTest extends ChainCheckTest {
  CertificateRevokedTest() {
    super(new CertificateRevoked());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        fails(
            "the response says that it is revoked",
            "revoked since 2026-11-20T00:00:00Z",
            stapled(SOUND.revoked(Instant.parse("2026-11-20T00:00:00Z")).signed())),
        cannotTell(
            "anybody can say so",
            "of no use",
            stapled(SOUND.revoked(SEEN).signedBy(STRANGER.issuing()).signed())),
        cannotTell(
            "of another certificate",
            "of no use",
            stapled(SOUND.revoked(SEEN).serial(BigInteger.TEN).signed())),
        cannotTell(
            "its issuer is not sent",
            "cannot be verified",
            stapled(SOUND.revoked(SEEN).signed(), CHAIN.subList(0, 1))),
        doesNotApply("no response", "no OCSP response", old(tls())),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }

  private static final PracticeCa STRANGER = PracticeCa.create(SEEN);
  private static final List<X509Certificate> CHAIN =
      CA.issue(CertificateOrder.of(SEEN, HOST)).chain();
  private static final SampleStaple SOUND = SampleStaple.of(CHAIN.getFirst());

  private static TlsFacts stapled(Part response) {
    return stapled(response, CHAIN);
  }

  private static TlsFacts stapled(Part response, List<X509Certificate> chain) {
    var shown = SoundTls.shown(response, chain);
    return SoundTls.facts(
        new TlsFacts.Met(
            IPV4,
            new TlsFacts.Completed("TLSv1.2", "S", null, shown.chain()),
            SoundTls.chains(SoundTls.posture(shown.chain()), shown)));
  }
}
