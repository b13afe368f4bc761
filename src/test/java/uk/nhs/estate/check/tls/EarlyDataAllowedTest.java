package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;
import static uk.nhs.estate.sample.SoundTls.behaviour;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.hidden;
import static uk.nhs.estate.sample.SoundTls.tickets;
import static uk.nhs.estate.sample.SoundTls.version;

import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.TlsPosture.Ticket;
import uk.nhs.estate.observation.Trial.TurnedDown;

class EarlyDataAllowedTest extends OfferCheckTest {
  EarlyDataAllowedTest() {
    super(new EarlyDataAllowed());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes("a ticket without", facts(its -> tickets(its, new Ticket(TLS_1_3, 7200, 0)))),
        fails(
            "a ticket allows it",
            "16384 octets",
            facts(its -> tickets(its, new Ticket(TLS_1_3, 7200, 16384)))),
        doesNotApply(
            "no TLS 1.3",
            "does not speak TLS 1.3",
            facts(its -> version(its, TLS_1_3, new TurnedDown("")))),
        cannotTell(
            "whether it gives tickets could not be tried",
            "no answer in time",
            facts(its -> behaviour(tickets(its), Behaviour.RESUMPTION_PSK, hidden()))),
        passes(
            "it gives no tickets",
            facts(its -> behaviour(tickets(its), Behaviour.RESUMPTION_PSK, new TurnedDown("")))));
  }
}
