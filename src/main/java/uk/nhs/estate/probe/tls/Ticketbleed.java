package uk.nhs.estate.probe.tls;

import java.io.IOException;
import java.util.Arrays;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.observation.Trial.TakenUp;
import uk.nhs.estate.observation.Trial.TurnedDown;

/// Resumes a session by its ticket with an id of half the usual length, and looks how long the id
/// is that comes back (CVE-2016-9244): what is longer is filled up from memory.
final class Ticketbleed {
  private static final int SHORT = 16;

  private Ticketbleed() {}

  static Trial look(Visits visits, Terms terms, PastSession.Known session) throws IOException {
    var id = ClientHello.randomOctets(SHORT);
    return visits.open(
        (line, in) -> {
          var hello = visits.handshake().hello(terms.resuming(session.id(id)));
          line.getOutputStream().write(hello.octets());
          return switch (Flight.read(in, Flight.Extent.SERVER_HELLO)) {
            case Answer.Greeted greeted -> compared(id, greeted.hello().sessionId());
            case Answer.Alerted(var alert) -> new TurnedDown(Answers.alert(alert.description()));
            case Answer other -> throw new Malformed("it did not answer as before: " + other);
          };
        });
  }

  private static Trial compared(byte[] sent, byte[] back) {
    boolean begins =
        back.length > sent.length && Arrays.equals(back, 0, sent.length, sent, 0, sent.length);
    return begins
        ? new TakenUp(
            "an id of %d octets came back with %d octets more"
                .formatted(sent.length, back.length - sent.length))
        : new TurnedDown("no octet more came back than was sent");
  }
}
