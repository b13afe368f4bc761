package uk.nhs.estate.probe.net;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/// A line to a host, and what was last asked on it.
final class OpenLine {
  private final String host;
  private final Line line;
  private final Socket socket;
  private @Nullable HeadRecorder last;

  /// @param socket the line, or the secure connection on it
  OpenLine(HttpUrl url, Line line, Socket socket) {
    this.host = url.host();
    this.line = line;
    this.socket = socket;
  }

  Line line() {
    return line;
  }

  Socket socket() {
    return socket;
  }

  /// The version of TLS that was agreed on; none over http.
  @Nullable String tls() {
    return socket instanceof SSLSocket secured ? secured.getSession().getProtocol() : null;
  }

  /// Records the next answer.
  HeadRecorder next(int mostOctets) throws IOException {
    var next = new HeadRecorder(socket.getInputStream(), mostOctets);
    last = next;
    return next;
  }

  /// Whether nothing has come of what was asked last.
  boolean isSilent() {
    return last == null || last.isSilent();
  }

  /// Whether it leads to where a request is to go.
  boolean leadsTo(HttpUrl url, InetAddress address) {
    return url.host().equals(host)
        && url.isHttps() == (socket instanceof SSLSocket)
        && address.equals(line.getInetAddress());
  }

  /// Whether [#finish] may make it free.
  boolean mayBeFree(int most) {
    return last != null && last.mayEnd(most);
  }

  /// Takes the rest of the last answer off the line.
  ///
  /// @return whether the line is free for another request: when in doubt, it is not
  boolean finish(TimeLimit limit, int most) {
    try {
      line.limit(limit, 2L * most);
      return last != null
          && last.mayEnd(most)
          && last.finish(most)
          && socket.getInputStream().available() == 0
          && line.getInputStream().available() == 0;
    } catch (IOException _) {
      return false;
    }
  }

  void hangUp() {
    try {
      line.close();
    } catch (IOException _) {
      // it is gone all the same
    }
  }
}
