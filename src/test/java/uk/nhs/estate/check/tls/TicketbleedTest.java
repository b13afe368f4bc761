package uk.nhs.estate.check.tls;

import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.Trial.TakenUp;

class TicketbleedTest extends TrialCheckTest {
  TicketbleedTest() {
    super(
        new Ticketbleed(),
        Behaviour.TICKETBLEED,
        new TakenUp(""),
        "it sends back more of a session id than it was sent");
  }
}
