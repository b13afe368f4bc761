package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.SEEN;
import static uk.nhs.estate.sample.SoundSite.tls;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Topic;

class CertificateExpiredTest extends CheckTest {
  CertificateExpiredTest() {
    super(new CertificateExpired());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a certificate with time left"),
        passes("its last second", tls(order -> order.until(SEEN))),
        passes(
            "its last second is a whole one",
            tls(order -> order.until(SEEN)).seenAt(SEEN.plusMillis(999))),
        fails(
            "the second after",
            "valid until 2026-11-24T08:59:59Z",
            tls(order -> order.until(SEEN.minusSeconds(1)))),
        passes("not valid yet", tls(order -> order.from(SEEN.plusSeconds(1)))),
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
}
