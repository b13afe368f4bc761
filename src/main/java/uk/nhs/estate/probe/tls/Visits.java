package uk.nhs.estate.probe.tls;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import uk.nhs.estate.probe.net.Line;
import uk.nhs.estate.probe.net.TimeLimit;

/// Opens the connections on which handshakes are carried through, one after the other. Who cuts us
/// off or says nothing is tried once more, alone: it may have had enough of us.
///
/// @param porter lets us in
record Visits(Porter porter, FullHandshake handshake) {
  /// How long a server may take to say goodbye.
  private static final Duration FAREWELL = Duration.ofSeconds(1);

  /// What is done on a connection.
  @FunctionalInterface
  interface Talk<T> {
    T on(Line line, InputStream in) throws IOException;
  }

  /// What is done on a secure connection.
  @FunctionalInterface
  interface SecureTalk<T> {
    T on(Secured secured) throws IOException;
  }

  /// Makes a handshake.
  <T> T shake(Terms terms, SecureTalk<T> talk) throws IOException {
    return open(
        (line, in) -> {
          var secured = handshake.on(in, line.getOutputStream(), terms);
          line.limit(TimeLimit.of(FAREWELL), FullHandshake.MOST_OCTETS);
          return talk.on(secured);
        });
  }

  /// Opens a connection.
  <T> T open(Talk<T> talk) throws IOException {
    try {
      return once(false, talk);
    } catch (EOFException | SocketException | SocketTimeoutException _) {
      return once(true, talk);
    }
  }

  private <T> T once(boolean alone, Talk<T> talk) throws IOException {
    return porter.admit(alone, (line, in) -> talk.on(line, new BufferedInputStream(in)));
  }
}
