package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_0;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.sample.SoundTls.IPV4;
import static uk.nhs.estate.sample.SoundTls.IPV6;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.hidden;
import static uk.nhs.estate.sample.SoundTls.met;
import static uk.nhs.estate.sample.SoundTls.suites;
import static uk.nhs.estate.sample.SoundTls.unmet;
import static uk.nhs.estate.sample.SoundTls.version;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.Order;
import uk.nhs.estate.observation.TlsPosture.Suites;
import uk.nhs.estate.observation.Topic;

class AddressesDifferTest extends CheckTest {
  AddressesDifferTest() {
    super(new AddressesDiffer());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("both offer the same", both(its -> its)),
        passes("in another order", both(its -> suites(its, TLS_1_2, Order.CLIENT, 0xc02b, 0xc02c))),
        fails(
            "one offers a suite more",
            "TLS 1.2 at 192.0.2.80:443: nothing else; [2001:db8::80]:443: also"
                + " TLS_RSA_WITH_AES_256_CBC_SHA",
            both(its -> suites(its, TLS_1_2, Order.SERVER, 0xc02c, 0xc02b, 0x0035))),
        fails(
            "one speaks a version more",
            "TLS 1.0 at 192.0.2.80:443: not spoken; [2001:db8::80]:443:"
                + " TLS_RSA_WITH_AES_256_CBC_SHA",
            both(its -> suites(its, TLS_1_0, Order.SERVER, 0x0035))),
        passes(
            "a list that was cut short cannot be compared",
            both(its -> suites(its, new Suites(TLS_1_2, List.of(0x0035), Order.SERVER, CUT_OFF)))),
        passes("a version that could not be tried", both(its -> version(its, TLS_1_0, hidden()))),
        doesNotApply("one address", "one address only", facts(its -> its)),
        cannotTell(
            "the other could not be met",
            "no answer in time",
            facts(met(IPV4, its -> its), unmet())),
        cannotTellWithout(Topic.TLS));
  }

  private static final Obstacle CUT_OFF = new Obstacle(Obstacle.Kind.CONNECTION_RESET);

  private static TlsFacts both(UnaryOperator<TlsPosture> other) {
    return facts(met(IPV4, its -> its), met(IPV6, other));
  }
}
