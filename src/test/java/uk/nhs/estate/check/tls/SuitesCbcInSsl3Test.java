package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.SSL_3;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.suites;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Order;
import uk.nhs.estate.observation.TlsPosture.Suites;

class SuitesCbcInSsl3Test extends OfferCheckTest {
  SuitesCbcInSsl3Test() {
    super(new SuitesCbcInSsl3());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes("others are offered", facts(its -> suites(its, SSL_3, Order.SERVER, 0x0005))),
        fails(
            "one is offered",
            "SSL 3.0: TLS_RSA_WITH_AES_128_CBC_SHA",
            facts(its -> suites(its, SSL_3, Order.SERVER, 0xc02c, 0x002f))),
        fails(
            "one is seen before the list is cut short",
            "SSL 3.0: TLS_RSA_WITH_AES_128_CBC_SHA",
            facts(its -> suites(its, new Suites(SSL_3, List.of(0x002f), Order.ONE, CUT_OFF)))),
        cannotTell(
            "the list was cut short",
            "the cipher suites of SSL 3.0",
            facts(its -> suites(its, new Suites(SSL_3, List.of(0x0005), Order.ONE, CUT_OFF)))));
  }
}
