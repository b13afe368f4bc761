package uk.nhs.estate.probe.tls;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.probe.net.Obstacles;
import uk.nhs.estate.probe.tls.Message.Alert;

/// What came back after a hello, as far as it is in the clear.
sealed interface Answer {

  /// It went along with it.
  ///
  /// @param warnings that came before (RFC 6066 §3)
  /// @param certificates DER, the leaf first; none when no Certificate was read
  /// @param ocsp the response stapled (RFC 6066 §8), DER; none when none was
  /// @param key what it sent to agree on a key up to TLS 1.2; none when nothing was read
  /// @param asksForCertificate whether the client is to show one, up to TLS 1.2
  /// @param cut what kept us from reading on to the end; none when all was read that is to be read
  record Greeted(
      ServerHello hello,
      List<Alert> warnings,
      @Nullable List<Part> certificates,
      @Nullable Part ocsp,
      @Nullable KeyExchange key,
      boolean asksForCertificate,
      @Nullable Obstacle cut)
      implements Answer {
    public Greeted {
      warnings = List.copyOf(warnings);
      certificates = certificates == null ? null : List.copyOf(certificates);
    }
  }

  /// It answered a hello of SSL 2.0.
  record GreetedInSsl2(Ssl2.Hello hello) implements Answer {}

  /// It sent a fatal alert, or hung up after a warning.
  record Alerted(Alert alert) implements Answer {}

  /// It hung up without a word.
  record Closed() implements Answer {}

  /// It cut the connection off.
  record Reset() implements Answer {}

  /// It said nothing in time, or not enough.
  record Silent() implements Answer {}

  /// It speaks something else.
  ///
  /// @param octets the first ones
  record NotTls(byte[] octets) implements Answer {
    /// Whether it is HTTP in the clear.
    boolean isHttp() {
      return new String(octets, StandardCharsets.ISO_8859_1).startsWith("HTTP/");
    }
  }

  /// It broke the rules.
  record Illegal(String how) implements Answer {}

  /// No connection to it could be made.
  record Unreached(Obstacle obstacle) implements Answer {}

  /// We could not ask, or were not allowed to.
  record Unasked(Obstacle obstacle) implements Answer {}

  /// What it said, in words.
  default String words() {
    return switch (this) {
      case Greeted greeted -> "suite 0x%04x".formatted(greeted.hello().suite());
      case GreetedInSsl2 _ -> "an answer in SSL 2.0";
      case Alerted(var alert) ->
          "alert " + uk.nhs.estate.observation.tls.Alert.name(alert.description());
      case Closed _ -> "it hung up";
      case Reset _ -> "it cut the connection off";
      case Silent _ -> "it said nothing";
      case NotTls(var octets) -> "another protocol: " + Obstacles.printable(octets);
      case Illegal(var how) -> how;
      case Unreached(var obstacle) -> obstacle.words();
      case Unasked(var obstacle) -> obstacle.words();
    };
  }
}
