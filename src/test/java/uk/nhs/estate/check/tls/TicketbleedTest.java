package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundTls.behaviour;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.hidden;

import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial.TakenUp;

class TicketbleedTest extends OfferCheckTest {
  TicketbleedTest() {
    super(new Ticketbleed());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes("a sound server", facts(its -> its)),
        fails(
            "so it does",
            "it sends back more of a session id than it was sent",
            facts(its -> behaviour(its, Behaviour.TICKETBLEED, new TakenUp("")))),
        cannotTell(
            "it could not be tried",
            "no answer in time",
            facts(its -> behaviour(its, Behaviour.TICKETBLEED, hidden()))));
  }
}
