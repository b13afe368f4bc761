package uk.nhs.estate.check.mail;

import static uk.nhs.estate.sample.SoundDomain.MAIL;
import static uk.nhs.estate.sample.SoundDomain.SEEN;
import static uk.nhs.estate.sample.SoundMailServer.hello;
import static uk.nhs.estate.sample.SoundMailServer.tls;
import static uk.nhs.estate.sample.SoundMailServer.untilClearText;
import static uk.nhs.estate.sample.SoundMailServer.withTls;
import static uk.nhs.estate.sample.SoundMailServer.withoutTls;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailServerFacts.Met;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.sample.SoundMailServer;

class SmtpCertificateNameMismatchTest extends SmtpCheckTest {
  SmtpCertificateNameMismatchTest() {
    super(new SmtpCertificateNameMismatch());
  }

  @Override
  Stream<Example> servers() {
    return Stream.of(
        passes(
            "a star for the first label",
            server(met -> withTls(met, tls(_ -> named("*.trust.nhs.uk"))))),
        passes(
            "among others",
            server(met -> withTls(met, tls(_ -> named("a.test", "MAIL.trust.nhs.uk"))))),
        fails(
            "the domain only",
            new Verdict.Fail(MAIL, "for trust.nhs.uk"),
            server(met -> withTls(met, tls(_ -> named("trust.nhs.uk"))))),
        fails(
            "a star for two labels",
            new Verdict.Fail(MAIL, "for *.nhs.uk"),
            server(met -> withTls(met, tls(_ -> named("*.nhs.uk"))))),
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
    return met -> withTls(met, tls(_ -> named("other.test")));
  }

  private static CertificateOrder named(String... names) {
    return CertificateOrder.of(SEEN, names);
  }
}
