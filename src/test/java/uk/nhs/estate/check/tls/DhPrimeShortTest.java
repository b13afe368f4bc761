package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.keys;
import static uk.nhs.estate.sample.SoundTls.suites;

import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Order;

class DhPrimeShortTest extends OfferCheckTest {
  DhPrimeShortTest() {
    super(new DhPrimeShort());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        fails("1024 bits", "a prime of 1024 bits", facts(its -> keys(its, prime(1024)))),
        fails("2047 bits", "a prime of 2047 bits", facts(its -> keys(its, prime(2047)))),
        passes("2048 bits", facts(its -> keys(its, prime(2048)))),
        passes("less than 1024 bits is another fault", facts(its -> keys(its, prime(1023)))),
        passes("no such suite is offered", facts(its -> keys(its))),
        cannotTell(
            "its prime was not seen",
            "was not seen",
            facts(its -> keys(suites(its, TLS_1_2, Order.SERVER, 0x009f)))));
  }
}
