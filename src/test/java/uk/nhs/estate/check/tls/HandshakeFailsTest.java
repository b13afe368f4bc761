package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.tls;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.sample.SoundTls;

class HandshakeFailsTest extends CheckTest {
  HandshakeFailsTest() {
    super(new HandshakeFails());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a handshake was completed"),
        passes(
            "whatever the certificate",
            tls(order -> order.chain(CertificateOrder.Chain.SELF_SIGNED))),
        fails(
            "every handshake was refused",
            "offered TLSv1.3, TLSv1.2: protocol_version",
            tls(new TlsFacts.Failed(List.of("TLSv1.3", "TLSv1.2"), "protocol_version"))),
        fails(
            "one of two addresses refuses",
            "[2001:db8::80]:443: offered TLSv1.3: protocol_version",
            SoundTls.facts(
                SoundTls.met(SoundTls.IPV4, its -> its),
                new TlsFacts.Met(
                    SoundTls.IPV6,
                    new TlsFacts.Failed(List.of("TLSv1.3"), "protocol_version"),
                    null))),
        cannotTell(
            "one of two addresses is hidden",
            "no answer in time",
            SoundTls.facts(SoundTls.met(SoundTls.IPV4, its -> its), SoundTls.unmet())),
        fails("clear text", "HTTP/1.1 400", tls(new TlsFacts.NotTls("HTTP/1.1 400"))),
        doesNotApply("nobody listens", "nobody answers", tls(new TlsFacts.NobodyListens())),
        cannotTellWithout(Topic.TLS));
  }
}
