package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_0;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.suites;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Order;
import uk.nhs.estate.observation.TlsPosture.Suites;

class SuitesCbcInTls10Test extends OfferCheckTest {
  SuitesCbcInTls10Test() {
    super(new SuitesCbcInTls10());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes("others are offered", facts(its -> suites(its, TLS_1_0, Order.SERVER, 0x0005))),
        fails(
            "one is offered",
            "TLS 1.0: TLS_RSA_WITH_AES_128_CBC_SHA",
            facts(its -> suites(its, TLS_1_0, Order.SERVER, 0xc02c, 0x002f))),
        fails(
            "one is seen before the list is cut short",
            "TLS 1.0: TLS_RSA_WITH_AES_128_CBC_SHA",
            facts(its -> suites(its, new Suites(TLS_1_0, List.of(0x002f), Order.ONE, CUT_OFF)))),
        cannotTell(
            "the list was cut short",
            "the cipher suites of TLS 1.0",
            facts(its -> suites(its, new Suites(TLS_1_0, List.of(0x0005), Order.ONE, CUT_OFF)))));
  }
}
