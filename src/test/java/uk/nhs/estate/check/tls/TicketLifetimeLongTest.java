package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;
import static uk.nhs.estate.sample.SoundTls.behaviour;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.hidden;
import static uk.nhs.estate.sample.SoundTls.tickets;

import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.TlsPosture.Ticket;
import uk.nhs.estate.observation.Trial.TurnedDown;

class TicketLifetimeLongTest extends OfferCheckTest {
  TicketLifetimeLongTest() {
    super(new TicketLifetimeLong());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes("a week", facts(its -> tickets(its, new Ticket(TLS_1_3, 604_800, 0)))),
        fails(
            "longer",
            "604801 seconds in TLS 1.3",
            facts(its -> tickets(its, new Ticket(TLS_1_3, 604_801, 0)))),
        doesNotApply(
            "no tickets",
            "no session tickets",
            facts(
                its ->
                    behaviour(
                        behaviour(tickets(its), Behaviour.RESUMPTION_PSK, new TurnedDown("")),
                        Behaviour.RESUMPTION_TICKET,
                        new TurnedDown("")))),
        cannotTell(
            "whether it gives tickets could not be tried",
            "no answer in time",
            facts(its -> behaviour(tickets(its), Behaviour.RESUMPTION_TICKET, hidden()))));
  }
}
