package uk.nhs.estate.check.whole;

import static uk.nhs.estate.sample.SoundSite.ANCHORS;
import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.SEEN;
import static uk.nhs.estate.sample.SoundSite.header;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.tls;
import static uk.nhs.estate.sample.SoundSite.withoutHttps;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.certificate.Anchors;
import uk.nhs.estate.practice.CertificateOrder;

class HstsLocksVisitorsOutTest extends CheckTest {
  HstsLocksVisitorsOutTest() {
    super(new HstsLocksVisitorsOut(Anchors.ofPlatform(ANCHORS)));
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a sound certificate"),
        fails(
            "it has expired",
            "The certificate has expired (192.0.2.80:443",
            tls(order -> order.until(SEEN.minusSeconds(1)))),
        fails(
            "it does not count yet",
            "not valid yet",
            tls(order -> order.from(SEEN.plusSeconds(1)))),
        fails(
            "it is for another name",
            "The certificate is for another name (192.0.2.80:443",
            tls(_ -> CertificateOrder.of(SEEN, "other.test"))),
        fails(
            "nobody trusts it",
            "The certificate is self-signed (192.0.2.80:443",
            tls(order -> order.chain(CertificateOrder.Chain.SELF_SIGNED))),
        doesNotApply(
            "no HSTS to keep visitors out",
            "does not send HSTS",
            expired(),
            header("Strict-Transport-Security")),
        doesNotApply(
            "HSTS that is switched off",
            "does not send HSTS",
            expired(),
            header("Strict-Transport-Security", "max-age=0")),
        doesNotApply(
            "HSTS that is not valid",
            "does not send HSTS",
            expired(),
            header("Strict-Transport-Security", "max-age")),
        doesNotApply(
            "nobody listens",
            "nobody answers",
            tls(new TlsFacts.NobodyListens()),
            withoutHttps(answered(hop(PLAIN, 200)))),
        cannotTell(
            "the header may be hidden", "403", expired(), secure(answered(hop(SECURE, 403)))),
        cannotTell(
            "the certificate was not seen",
            "no TLS handshake",
            tls(new TlsFacts.Failed(List.of("TLSv1.3"), "internal_error"))),
        cannotTellWithout(Topic.TLS),
        cannotTellWithout(Topic.HTTP));
  }

  private static TlsFacts expired() {
    return tls(order -> order.until(SEEN.minusSeconds(1)));
  }
}
