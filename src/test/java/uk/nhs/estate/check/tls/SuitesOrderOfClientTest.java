package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.suites;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Order;
import uk.nhs.estate.observation.TlsPosture.Suites;

class SuitesOrderOfClientTest extends OfferCheckTest {
  SuitesOrderOfClientTest() {
    super(new SuitesOrderOfClient());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes(
            "the client decides between strong ones",
            facts(its -> suites(its, TLS_1_2, Order.CLIENT, 0xc02c, 0xc02b))),
        passes(
            "the server decides", facts(its -> suites(its, TLS_1_2, Order.SERVER, 0xc02c, 0x000a))),
        fails(
            "the client decides, and may take 3DES",
            "TLS 1.2: TLS_RSA_WITH_3DES_EDE_CBC_SHA",
            facts(its -> suites(its, TLS_1_2, Order.CLIENT, 0xc02c, 0x000a))),
        passes(
            "there is nothing better",
            facts(its -> suites(its, TLS_1_2, Order.CLIENT, 0x000a, 0x009d))),
        cannotTell(
            "nobody knows who decides",
            "who decides",
            facts(its -> suites(its, TLS_1_2, Order.UNKNOWN, 0xc02c, 0x000a))),
        cannotTell(
            "the list was cut short",
            "the cipher suites of TLS 1.2",
            facts(
                its -> suites(its, new Suites(TLS_1_2, List.of(0xc02c), Order.CLIENT, CUT_OFF)))));
  }
}
