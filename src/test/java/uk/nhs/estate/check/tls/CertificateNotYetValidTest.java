package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.SEEN;
import static uk.nhs.estate.sample.SoundSite.tls;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Topic;

class CertificateNotYetValidTest extends CheckTest {
  CertificateNotYetValidTest() {
    super(new CertificateNotYetValid());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a certificate that counts"),
        passes("its first second", tls(order -> order.from(SEEN))),
        fails(
            "the second before",
            "valid from 2026-11-24T09:00:01Z",
            tls(order -> order.from(SEEN.plusSeconds(1)))),
        passes("expired", tls(order -> order.until(SEEN.minusSeconds(1)))),
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
