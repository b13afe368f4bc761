package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_0;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;
import static uk.nhs.estate.sample.SoundTls.behaviour;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.hidden;
import static uk.nhs.estate.sample.SoundTls.suites;
import static uk.nhs.estate.sample.SoundTls.version;

import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.TlsPosture.Order;
import uk.nhs.estate.observation.Trial.TurnedDown;

class FallbackScsvMissingTest extends OfferCheckTest {
  FallbackScsvMissingTest() {
    super(new FallbackScsvMissing());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes(
            "it speaks no old version",
            facts(its -> behaviour(its, Behaviour.FALLBACK_SCSV, new TurnedDown("")))),
        passes(
            "an old version and the protection",
            facts(its -> suites(its, TLS_1_0, Order.SERVER, 0xc013))),
        fails(
            "an old version without it",
            "carries on",
            facts(
                its ->
                    behaviour(
                        suites(its, TLS_1_0, Order.SERVER, 0xc013),
                        Behaviour.FALLBACK_SCSV,
                        new TurnedDown("")))),
        passes(
            "there is but one version",
            facts(
                its ->
                    behaviour(
                        version(
                            version(
                                suites(its, TLS_1_0, Order.SERVER, 0xc013),
                                TLS_1_2,
                                new TurnedDown("")),
                            TLS_1_3,
                            new TurnedDown("")),
                        Behaviour.FALLBACK_SCSV,
                        new TurnedDown("")))),
        cannotTell(
            "an old version, and it could not be tried",
            "no answer in time",
            facts(
                its ->
                    behaviour(
                        suites(its, TLS_1_0, Order.SERVER, 0xc013),
                        Behaviour.FALLBACK_SCSV,
                        hidden()))),
        cannotTell(
            "an old version could not be tried",
            "no answer in time",
            facts(its -> version(its, TLS_1_0, hidden()))));
  }
}
