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

class ForwardSecrecyMissingTest extends OfferCheckTest {
  ForwardSecrecyMissingTest() {
    super(new ForwardSecrecyMissing());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes(
            "one among others", facts(its -> suites(its, TLS_1_2, Order.SERVER, 0x009d, 0xc02c))),
        fails(
            "none in TLS 1.2",
            "TLS 1.2: only TLS_RSA_WITH_AES_256_GCM_SHA384",
            facts(its -> suites(its, TLS_1_2, Order.SERVER, 0x009d))),
        cannotTell(
            "the list was cut short",
            "the cipher suites of TLS 1.2",
            facts(its -> suites(its, new Suites(TLS_1_2, List.of(0x009d), Order.ONE, CUT_OFF)))),
        doesNotApply(
            "nothing but TLS 1.3 is spoken",
            "does not speak TLS 1.2",
            facts(its -> version(its, TLS_1_2, new TurnedDown("")))));
  }
}
