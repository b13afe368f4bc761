package uk.nhs.estate.probe.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.observation.Trial.TakenUp;
import uk.nhs.estate.observation.Trial.TurnedDown;
import uk.nhs.estate.observation.Trial.Undecided;
import uk.nhs.estate.probe.tls.Answer.Greeted;

/// Looks for known flaws of TLS 1.2 and before in forms that harm nobody. What is found is believed
/// when it is seen twice.
///
/// @param visits opens the connections
/// @param serverName sent in SNI; none for none
/// @param version the best one that the server speaks before TLS 1.3
record Flaws(Visits visits, @Nullable String serverName, int version) {
  private static final int SUITES_AT_ONCE = 60;

  /// What one try shows.
  @FunctionalInterface
  interface Try {
    Trial make() throws IOException;
  }

  /// Tries once, and once more what would be a find.
  static Trial twice(Try once) {
    try {
      var first = once.make();
      return first instanceof TakenUp ? confirmed(once.make()) : first;
    } catch (IOException e) {
      return Answers.undecided(e);
    }
  }

  private static Trial confirmed(Trial second) {
    return switch (second) {
      case TakenUp found -> new TakenUp(found.answer() + ", twice");
      case TurnedDown(var answer) ->
          new Undecided(
              new Obstacle(Kind.PROTOCOL_ERROR, "it was seen once, and then not: " + answer));
      case Undecided undecided -> undecided;
    };
  }

  Trial heartbleed() {
    return twice(new Heartbleed(visits, terms())::look);
  }

  /// @param suites those that the server has
  Trial earlyChange(List<Integer> suites) {
    return twice(() -> visits.open((line, in) -> early(line.getOutputStream(), in, suites)));
  }

  /// @param suites those that the server has in which the client enciphers the secret with RSA
  Trial robot(List<Integer> suites) {
    try {
      return new Robot(this, suites).look();
    } catch (IOException e) {
      return Answers.undecided(e);
    }
  }

  private Terms terms() {
    return Terms.of(version, serverName, List.of()).withHeartbeat();
  }

  /// Sends a ChangeCipherSpec before there is a key, and then octets that are no message. Who takes
  /// it (CVE-2014-0224) tries to decipher them, and says that it cannot; who does not, says that it
  /// is too early.
  private Trial early(OutputStream out, InputStream in, List<Integer> suites)
      throws IOException {
    var greeted = greeted(out, in, suites);
    var change = record(Record.CHANGE_CIPHER_SPEC, new byte[] {1});
    var nonsense = record(Record.HANDSHAKE, ClientHello.randomOctets(48));
    if (greeted.hello().chosenVersion() > TLS_1_2) {
      throw new Malformed("it speaks another version than before");
    }
    try {
      out.write(Octets.join(change, nonsense));
      return early(new Messages(new WireRecords(in, Flight.MOST), Flight.MOST));
    } catch (IOException e) {
      return new TurnedDown(Answers.end(e));
    }
  }

  private static Trial early(Messages messages) throws IOException {
    while (true) {
      switch (messages.next()) {
        case null -> {
          return new TurnedDown("it hung up");
        }
        case Message.Alert(_, int description) -> {
          var words = Answers.alert(description);
          return switch (description) {
            case 20, 21, 51 -> new TakenUp(words + " after an early ChangeCipherSpec");
            default -> new TurnedDown(words);
          };
        }
        case Message.Handshake _, Message.Other _ ->
            throw new Malformed("it goes on as if nothing had been said");
      }
    }
  }

  /// Says hello and hears the whole first flight.
  Greeted greeted(OutputStream out, InputStream in, List<Integer> suites)
      throws IOException {
    out.write(hello(suites).octets());
    return switch (Flight.read(in, Flight.Extent.WHOLE)) {
      case Greeted greeted when greeted.cut() == null -> greeted;
      case Answer.Silent _ -> throw new SocketTimeoutException("it said nothing");
      case Answer.Closed _, Answer.Reset _ -> throw new EOFException("it hung up");
      case Answer other -> throw new Malformed("it did not answer as before: " + other);
    };
  }

  private ClientHello hello(List<Integer> suites) {
    var offered = suites.subList(0, Math.min(suites.size(), SUITES_AT_ONCE));
    var hello = ClientHello.of(version, offered).serverName(serverName).groups(KeyHalves.GROUPS);
    return version < TLS_1_2 ? hello : hello.schemes(terms().schemes());
  }

  byte[] record(int type, byte[] octets) {
    return new OctetWriter().u8(type).u16(version).vector16(octets).written();
  }

  /// How long a server that answers at all may take.
  static Duration patience(long roundTripNanos) {
    var usual = Duration.ofNanos(4 * roundTripNanos).plusMillis(500);
    return usual.compareTo(Duration.ofMillis(1500)) < 0 ? usual : Duration.ofMillis(1500);
  }
}
