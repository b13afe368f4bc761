package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.SoundDomain.MAIL;
import static uk.nhs.estate.sample.SoundDomain.SEEN;
import static uk.nhs.estate.sample.SoundMailServer.hello;
import static uk.nhs.estate.sample.SoundMailServer.tls;
import static uk.nhs.estate.sample.SoundMailServer.untilClearText;
import static uk.nhs.estate.sample.SoundMailServer.withTls;
import static uk.nhs.estate.sample.SoundMailServer.withoutTls;
import static uk.nhs.estate.sample.SoundSite.ANCHORS;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailServerFacts.Met;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.certificate.Anchors;
import uk.nhs.estate.practice.CertificateOrder.Chain;
import uk.nhs.estate.sample.SoundMailServer;

class SmtpCertificateUntrustedTest extends SmtpCheckTest {
  SmtpCertificateUntrustedTest() {
    super(new SmtpCertificateUntrusted(Anchors.ofPlatform(ANCHORS)));
  }

  @Override
  Stream<Example> servers() {
    return Stream.of(
        fails(
            "self-signed",
            new Verdict.Fail(MAIL, "it is self-signed"),
            server(met -> withTls(met, tls(order -> order.chain(Chain.SELF_SIGNED))))),
        fails(
            "the intermediate is not sent",
            new Verdict.Fail(MAIL, "neither sent nor trusted"),
            server(met -> withTls(met, tls(order -> order.chain(Chain.WITHOUT_INTERMEDIATE))))),
        passes(
            "expired is another check's business",
            server(met -> withTls(met, tls(order -> order.until(SEEN.minusSeconds(1)))))),
        cannotTell(
            "a certificate that cannot be read",
            "cannot be read",
            server(
                met ->
                    withTls(
                        met,
                        new TlsFacts.Completed(
                            "TLSv1.3", "S", null, List.of(new Part(new byte[] {1})))))),
        cannotTell(
            "no handshake was completed",
            "protocol_version",
            server(
                met -> withTls(met, new TlsFacts.Failed(List.of("TLSv1.3"), "protocol_version")))),
        cannotTell(
            "clear text",
            "500 what?",
            server(met -> withTls(met, new TlsFacts.NotTls("500 what?")))),
        cannotTell(
            "the handshake was hidden",
            "cut off",
            server(met -> withoutTls(met, new Obstacle(Obstacle.Kind.CONNECTION_RESET)))),
        doesNotApply(
            "it does not speak TLS", "speak TLS", server(met -> untilClearText(met, hello()))),
        cannotTell(
            "one of two does not speak TLS",
            "does not speak TLS",
            two(
                SoundMailServer.met(MAIL),
                SoundMailServer.met(OTHER, met -> untilClearText(met, hello())))),
        cannotTell("nobody listens", "nobody answers", server(REFUSED)));
  }

  @Override
  UnaryOperator<Met> fault() {
    return met -> withTls(met, tls(order -> order.chain(Chain.SELF_SIGNED)));
  }
}
