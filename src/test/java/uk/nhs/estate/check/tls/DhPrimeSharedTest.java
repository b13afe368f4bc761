package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.keys;
import static uk.nhs.estate.sample.SoundTls.suites;

import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Order;

class DhPrimeSharedTest extends OfferCheckTest {
  DhPrimeSharedTest() {
    super(new DhPrimeShared());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        fails("that of RFC 2409", "RFC 2409 group 2", facts(its -> keys(its, prime(OAKLEY_2)))),
        passes("one of its own", facts(its -> keys(its, prime(1024)))),
        passes("a long one may be shared", facts(its -> keys(its, prime(FFDHE_2048)))),
        passes("no such suite is offered", facts(its -> keys(its))),
        cannotTell(
            "its prime was not seen",
            "was not seen",
            facts(its -> keys(suites(its, TLS_1_2, Order.SERVER, 0x009f)))));
  }
}
