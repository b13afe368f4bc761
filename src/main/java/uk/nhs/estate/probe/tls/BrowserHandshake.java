package uk.nhs.estate.probe.tls;

import java.io.IOException;
import java.util.List;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.tls.Alert;
import uk.nhs.estate.probe.net.AddressText;
import uk.nhs.estate.probe.net.Line;
import uk.nhs.estate.probe.net.Obstacles;
import uk.nhs.estate.probe.net.TimeLimit;

/// Makes a handshake as browsers offer it, and keeps what came of it. Trust is not asked for: the
/// chain is kept as it was sent.
public final class BrowserHandshake {
  private static final List<String> VERSIONS = List.of("TLSv1.3", "TLSv1.2");

  /// More than any server has to say before it is asked anything.
  private static final int MOST_OCTETS = 256 * 1024;

  /// How it ended.
  public sealed interface Ending {}

  /// Both sides have finished it.
  public record Completed(Secured secured) implements Ending {}

  /// The server would not have it.
  public record Refused(TlsFacts.Outcome outcome) implements Ending {}

  /// Something kept us from finishing it.
  public record Hidden(Obstacle obstacle) implements Ending {}

  private final FullHandshake handshake;

  /// @param halves kept for the life of a look
  public BrowserHandshake(KeyHalves halves) {
    this.handshake = new FullHandshake(halves);
  }

  /// Makes the line secure, within a limit.
  ///
  /// @param host the name to send in SNI (RFC 6066 §3); a literal address is none
  /// @param protocols what to offer by ALPN (RFC 7301)
  public Ending on(Line line, String host, List<String> protocols, TimeLimit limit) {
    line.limit(limit, MOST_OCTETS);
    line.startAnew();
    var name = AddressText.parse(host).isPresent() ? null : host;
    try {
      return new Completed(
          handshake.on(
              line.getInputStream(), line.getOutputStream(), Terms.ofBrowsers(name, protocols)));
    } catch (Alerted e) {
      return failed(e);
    } catch (OtherVersion e) {
      return failed(Obstacles.message(e));
    } catch (IOException e) {
      if (e.getCause() instanceof Alerted alerted) {
        return failed(alerted);
      }
      var first = line.firstOctets();
      return e instanceof NotRecords && !WireRecords.isRecord(first)
          ? new Refused(new TlsFacts.NotTls(Obstacles.printable(first)))
          : new Hidden(Obstacles.of(e, line.endpoint().toString()));
    }
  }

  private static Ending failed(Alerted e) {
    return failed(Alert.name(e.alert().description()));
  }

  private static Ending failed(String answer) {
    return new Refused(new TlsFacts.Failed(VERSIONS, answer));
  }
}
