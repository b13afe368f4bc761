package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.SEEN;
import static uk.nhs.estate.sample.SoundSite.tls;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.practice.CertificateOrder;

class CertificateExpiresSoonTest extends CheckTest {
  CertificateExpiresSoonTest() {
    super(new CertificateExpiresSoon(Duration.ofDays(21)));
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("60 days left of 90"),
        passes(
            "more than the notice",
            tls(order -> order.until(SEEN.plus(Duration.ofDays(21)).plusSeconds(1)))),
        fails(
            "the notice to the second",
            "valid until 2026-12-15T09:00:00Z",
            tls(order -> order.until(SEEN.plus(Duration.ofDays(21))))),
        passes(
            "a certificate of 40 days with more than a quarter left",
            tls(life(Duration.ofDays(40), Duration.ofDays(10).plusSeconds(1)))),
        fails(
            "a certificate of 40 days with a quarter left",
            "valid until 2026-12-04T09:00:00Z",
            tls(life(Duration.ofDays(40), Duration.ofDays(10)))),
        fails("its last second", "valid until", tls(order -> order.until(SEEN))),
        doesNotApply("expired", "expired", tls(order -> order.until(SEEN.minusSeconds(1)))),
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

  private static UnaryOperator<CertificateOrder> life(Duration whole, Duration left) {
    var end = SEEN.plus(left);
    return order -> order.until(end).from(end.minus(whole));
  }
}
