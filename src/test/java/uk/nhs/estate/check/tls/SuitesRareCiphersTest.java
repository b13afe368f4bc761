package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.suites;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Order;
import uk.nhs.estate.observation.TlsPosture.Suites;

class SuitesRareCiphersTest extends OfferCheckTest {
  SuitesRareCiphersTest() {
    super(new SuitesRareCiphers());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes("a sound server", facts(its -> its)),
        fails(
            "one is offered",
            "TLS 1.2: TLS_RSA_WITH_CAMELLIA_128_CBC_SHA",
            facts(its -> suites(its, TLS_1_2, Order.SERVER, 0xc02c, 0x0041))),
        fails(
            "one is seen before the list is cut short",
            "TLS 1.2: TLS_RSA_WITH_CAMELLIA_128_CBC_SHA",
            facts(its -> suites(its, new Suites(TLS_1_2, List.of(0x0041), Order.ONE, CUT_OFF)))),
        cannotTell(
            "the list was cut short",
            "the cipher suites of TLS 1.2",
            facts(its -> suites(its, new Suites(TLS_1_2, List.of(0xc02c), Order.ONE, CUT_OFF)))));
  }
}
