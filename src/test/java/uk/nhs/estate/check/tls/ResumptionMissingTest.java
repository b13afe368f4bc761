package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundTls.behaviour;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.hidden;

import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial.TakenUp;
import uk.nhs.estate.observation.Trial.TurnedDown;

class ResumptionMissingTest extends OfferCheckTest {
  ResumptionMissingTest() {
    super(new ResumptionMissing());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes(
            "by an id only",
            facts(its -> behaviour(without(its), Behaviour.RESUMPTION_ID, new TakenUp("")))),
        fails("in no way", "neither by id nor by ticket", facts(its -> without(its))),
        cannotTell(
            "one way could not be tried",
            "no answer in time",
            facts(its -> behaviour(without(its), Behaviour.RESUMPTION_TICKET, hidden()))));
  }

  private static TlsPosture without(TlsPosture its) {
    return behaviour(
        behaviour(its, Behaviour.RESUMPTION_PSK, new TurnedDown("")),
        Behaviour.RESUMPTION_TICKET,
        new TurnedDown(""));
  }
}
