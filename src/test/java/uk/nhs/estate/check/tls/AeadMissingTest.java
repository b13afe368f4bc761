package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.suites;
import static uk.nhs.estate.sample.SoundTls.version;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Order;
import uk.nhs.estate.observation.TlsPosture.Suites;
import uk.nhs.estate.observation.Trial.TurnedDown;

class AeadMissingTest extends OfferCheckTest {
  AeadMissingTest() {
    super(new AeadMissing());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes(
            "one among others", facts(its -> suites(its, TLS_1_2, Order.SERVER, 0xc024, 0xc02c))),
        fails(
            "none in TLS 1.2",
            "TLS 1.2: only TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384",
            facts(its -> suites(its, TLS_1_2, Order.SERVER, 0xc024))),
        cannotTell(
            "the list was cut short",
            "the cipher suites of TLS 1.2",
            facts(its -> suites(its, new Suites(TLS_1_2, List.of(0xc024), Order.ONE, CUT_OFF)))),
        doesNotApply(
            "nothing but TLS 1.3 is spoken",
            "does not speak TLS 1.2",
            facts(its -> version(its, TLS_1_2, new TurnedDown("")))));
  }
}
