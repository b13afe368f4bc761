package uk.nhs.estate.probe.tls;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.observation.Trial.TakenUp;
import uk.nhs.estate.observation.Trial.TurnedDown;

/// Sends a heartbeat that claims to be four octets longer than it is (CVE-2014-0160), and an honest
/// one after it. RFC 6520 §4 has the first passed over in silence, so that the answer to the second
/// tells that nothing leaks.
///
/// In the clear first, which is where most that leak do so; then, if nothing is answered there,
/// under keys.
record Heartbleed(Visits visits, Terms terms) {
  private static final int REQUEST = 1;
  private static final int PAYLOAD = 16;
  private static final int PADDING = 16;
  private static final int TOO_MANY = 4;

  /// Our side of heartbeats may be talked to; the other's may be not (RFC 6520 §2).
  private static final int NOT_ALLOWED_TO_SEND = 2;

  /// What came back.
  private enum Echo {
    MORE_THAN_WAS_SENT,
    WHAT_WAS_SENT,
    NOTHING
  }

  Trial look() throws IOException {
    var lie = ClientHello.randomOctets(PAYLOAD);
    var truth = ClientHello.randomOctets(PAYLOAD);
    var clear = visits.open((line, in) -> clear(line.getOutputStream(), in, lie, truth));
    return clear.isPresent()
        ? clear.get()
        : visits.shake(terms, secured -> underKeys(secured, lie, truth));
  }

  /// @return none when nothing was answered
  private Optional<Trial> clear(OutputStream out, InputStream in, byte[] lie, byte[] truth)
      throws IOException {
    var flaws = new Flaws(visits, terms.serverName(), terms.versions().getFirst());
    var hello = visits.handshake().hello(terms);
    out.write(hello.octets());
    if (!(Flight.read(in, Flight.Extent.WHOLE) instanceof Answer.Greeted greeted)) {
      throw new Malformed("it did not answer as before");
    }
    var mode = greeted.hello().extension(Extension.HEARTBEAT).orElse(null);
    if (mode == null) {
      return Optional.of(new TurnedDown("no heartbeats are agreed on"));
    }
    if (Arrays.equals(mode.content(), new byte[] {NOT_ALLOWED_TO_SEND})) {
      return Optional.of(new TurnedDown("it takes no heartbeats"));
    }
    out.write(
        Octets.join(
            flaws.record(Record.HEARTBEAT, lying(lie)),
            flaws.record(Record.HEARTBEAT, honest(truth)),
            flaws.record(
                Record.ALERT, new byte[] {Message.Alert.WARNING, Message.Alert.CLOSE_NOTIFY})));
    var records = new WireRecords(in, Flight.MOST);
    return switch (echo(records, lie, truth)) {
      case MORE_THAN_WAS_SENT -> Optional.of(leaks());
      case WHAT_WAS_SENT -> Optional.of(new TurnedDown("no more comes back than was sent"));
      case NOTHING -> Optional.empty();
    };
  }

  private static Trial leaks() {
    return new TakenUp("%d octets more came back than were sent".formatted(TOO_MANY));
  }

  private static Trial underKeys(Secured secured, byte[] lie, byte[] truth) throws IOException {
    secured.channel().write(Record.HEARTBEAT, lying(lie));
    secured.channel().write(Record.HEARTBEAT, honest(truth));
    secured.sayGoodbye();
    Records records =
        () -> {
          var next = secured.next();
          return next == null ? null : new Record(next.type(), 0, next.fragment());
        };
    return switch (echo(records, lie, truth)) {
      case MORE_THAN_WAS_SENT -> leaks();
      case WHAT_WAS_SENT -> new TurnedDown("no more comes back than was sent");
      case NOTHING -> new TurnedDown("no heartbeat is answered");
    };
  }

  private static Echo echo(Records records, byte[] lie, byte[] truth) throws IOException {
    var echo = Echo.NOTHING;
    try {
      @Nullable Record record = records.next();
      while (record != null) {
        if (record.type() == Record.HEARTBEAT) {
          var payload = payload(record.fragment());
          if (payload.length > PAYLOAD && startsWith(payload, lie)) {
            return Echo.MORE_THAN_WAS_SENT;
          }
          echo = Arrays.equals(payload, truth) ? Echo.WHAT_WAS_SENT : echo;
        }
        record = records.next();
      }
    } catch (IOException e) {
      if (echo == Echo.NOTHING) {
        Answers.end(e);
      }
    }
    return echo;
  }

  private static boolean startsWith(byte[] payload, byte[] what) {
    return Arrays.equals(payload, 0, what.length, what, 0, what.length);
  }

  private static byte[] payload(byte[] response) {
    try {
      var in = new OctetReader(response);
      in.u8();
      return in.vector16();
    } catch (Malformed _) {
      return new byte[0];
    }
  }

  private static byte[] lying(byte[] payload) {
    return new OctetWriter().u8(REQUEST).u16(PAYLOAD + TOO_MANY).octets(payload).written();
  }

  private static byte[] honest(byte[] payload) {
    return new OctetWriter()
        .u8(REQUEST)
        .vector16(payload)
        .octets(ClientHello.randomOctets(PADDING))
        .written();
  }
}
