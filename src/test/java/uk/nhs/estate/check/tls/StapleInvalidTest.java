package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.CA;
import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.SEEN;
import static uk.nhs.estate.sample.SoundSite.tls;
import static uk.nhs.estate.sample.SoundTls.IPV4;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.practice.PracticeCa;
import uk.nhs.estate.sample.SampleStaple;
import uk.nhs.estate.sample.SoundTls;

class StapleInvalidTest extends ChainCheckTest {
  StapleInvalidTest() {
    super(new StapleInvalid());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("its last second", stapled(SOUND.until(SEEN).signed())),
        fails(
            "the second after",
            "it is from 2026-11-17T08:59:59Z, and was good until 2026-11-24T08:59:59Z",
            stapled(SOUND.until(SEEN.minusSeconds(1)).signed())),
        fails(
            "for later",
            "it is from 2026-11-24T09:00:01Z",
            stapled(SOUND.until(SEEN.plusSeconds(604801)).signed())),
        passes("revoked is another check's business", stapled(SOUND.revoked(SEEN).signed())),
        fails("unknown to the responder", "does not know", stapled(SOUND.unknown().signed())),
        fails(
            "another certificate",
            "another certificate",
            stapled(SOUND.serial(BigInteger.TEN).signed())),
        fails("signed by a stranger", ": ", stapled(SOUND.signedBy(STRANGER.issuing()).signed())),
        fails("an error", "the error tryLater", stapled(SampleStaple.tryLater())),
        fails("nonsense", "no OCSP response", stapled(new Part(new byte[] {1, 2, 3}))),
        cannotTell(
            "its issuer is not sent",
            "cannot be verified",
            stapled(SOUND.signed(), CHAIN.subList(0, 1))),
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
