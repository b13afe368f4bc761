package uk.nhs.estate.check.mail;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.sample.SoundDomain.MAIL;
import static uk.nhs.estate.sample.SoundMailServer.hello;
import static uk.nhs.estate.sample.SoundMailServer.untilClearText;
import static uk.nhs.estate.sample.SoundMailServer.withPosture;
import static uk.nhs.estate.sample.SoundMailServer.withTls;
import static uk.nhs.estate.sample.SoundTls.suites;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailServerFacts.Met;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture.Order;
import uk.nhs.estate.observation.TlsPosture.Suites;

class SmtpSuitesWeakTest extends SmtpCheckTest {
  SmtpSuitesWeakTest() {
    super(new SmtpSuitesWeak());
  }

  @Override
  Stream<Example> servers() {
    return Stream.of(
        fails(
            "RC4 and export",
            new Verdict.Fail(
                MAIL, "TLS 1.2: TLS_RSA_WITH_RC4_128_SHA, TLS_RSA_EXPORT_WITH_RC4_40_MD5"),
            server(offers(0xc02c, 0x0005, 0x0003))),
        passes(
            "3DES, anonymous suites and CBC are better than none",
            server(offers(0x000a, 0xc019, 0x002f))),
        cannotTell(
            "the list was cut short",
            "the cipher suites of TLS 1.2",
            server(
                met ->
                    withPosture(
                        met,
                        its ->
                            suites(
                                its,
                                new Suites(
                                    TLS_1_2,
                                    List.of(0xc02c),
                                    Order.ONE,
                                    new Obstacle(Obstacle.Kind.CONNECTION_RESET)))))),
        cannotTell(
            "only one handshake was made", "one handshake", server(met -> withTls(met, met.tls()))),
        cannotTell(
            "the handshake failed",
            "no TLS handshake",
            server(
                met -> withTls(met, new TlsFacts.Failed(List.of("TLSv1.3"), "handshake_failure")))),
        doesNotApply(
            "it does not speak TLS", "speak TLS", server(met -> untilClearText(met, hello()))),
        cannotTell("nobody listens", "nobody answers", server(REFUSED)));
  }

  @Override
  UnaryOperator<Met> fault() {
    return offers(0x0005);
  }

  private static UnaryOperator<Met> offers(Integer... codes) {
    return met -> withPosture(met, its -> suites(its, TLS_1_2, Order.SERVER, codes));
  }
}
