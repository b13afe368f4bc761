package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.keys;
import static uk.nhs.estate.sample.SoundTls.suites;

import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Order;

class DhPrimeBreakableTest extends OfferCheckTest {
  DhPrimeBreakableTest() {
    super(new DhPrimeBreakable());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        fails("768 bits", "a prime of 768 bits", facts(its -> keys(its, prime(768)))),
        passes("1024 bits", facts(its -> keys(its, prime(1024)))),
        passes("no such suite is offered", facts(its -> keys(its))),
        cannotTell(
            "its prime was not seen",
            "was not seen",
            facts(its -> keys(suites(its, TLS_1_2, Order.SERVER, 0x009f)))));
  }
}
