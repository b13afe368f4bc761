package uk.nhs.estate.probe.tls;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.observation.Trial.TakenUp;
import uk.nhs.estate.observation.Trial.TurnedDown;
import uk.nhs.estate.probe.tls.Message.Alert;
import uk.nhs.estate.probe.tls.Message.Handshake;

/// Begins a second handshake over a connection of TLS 1.2 or before, as any client may (RFC 5246
/// §7.4.1.2), and gives it up when the server goes along: with RFC 5746 if the server knows it.
final class Renegotiation {
  private static final String GOODBYE = "it said goodbye";

  private Renegotiation() {}

  /// Begins one. Nobody has to wait for a server that pays no heed: a goodbye follows the hello.
  static Trial on(Secured secured) throws IOException {
    var keys = secured.keys();
    boolean secure = secured.agreed().hello().has(Extension.RENEGOTIATION);
    var suites =
        keys.said().suites().stream()
            .filter(suite -> suite != ClientHello.RENEGOTIATION_SCSV)
            .toList();
    var hello =
        keys.said()
            .random(ClientHello.randomOctets(32))
            .sessionId(new byte[0])
            .suites(suites)
            .without(Extension.SESSION_TICKET);
    var bound = secure ? hello.with(Extension.renegotiation(keys.ourFinished())) : hello;
    secured.channel().write(Record.HANDSHAKE, bound.message());
    try {
      secured.sayGoodbye();
      return heard(secured.channel(), secure);
    } catch (EOFException | SocketException _) {
      return new TurnedDown("it hung up");
    }
  }

  private static Trial heard(SecureChannel channel, boolean secure) throws IOException {
    while (true) {
      switch (channel.next()) {
        case null -> {
          return new TurnedDown("it hung up");
        }
        case Alert(_, int description) -> {
          return new TurnedDown(
              description == Alert.CLOSE_NOTIFY ? GOODBYE : Answers.alert(description));
        }
        case Handshake(int type, _) when type == Handshake.SERVER_HELLO -> {
          return new TakenUp(
              secure ? "a second ServerHello" : "a second ServerHello, without RFC 5746");
        }
        case Handshake _, Message.Other _ -> {
          // a call to do so, or what the server had to say anyway
        }
      }
    }
  }
}
