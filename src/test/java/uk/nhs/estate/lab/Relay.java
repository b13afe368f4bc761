package uk.nhs.estate.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.Predicate;
import uk.nhs.estate.probe.LoneServer.Script;

/// Stands in front of a real server, and is in its way.
public final class Relay {

  /// Passes on what the server says, after its own fashion.
  public interface Manner {
    void pass(InputStream fromServer, OutputStream toVisitor) throws IOException;
  }

  private Relay() {}

  /// Changes nothing.
  public static Script to(int port) {
    return to(port, InputStream::transferTo);
  }

  /// Passes on what the server says after some fashion, and what the visitor says as it is.
  public static Script to(int port, Manner manner) {
    return visitor -> between(visitor, port, new byte[0], manner);
  }

  /// Lets those hellos through that it likes; what happens to others is written in a script.
  public static Script only(Predicate<LabHello> liked, int port, Script others) {
    return visitor -> {
      var hello = LabHello.read(visitor.getInputStream());
      if (liked.test(hello)) {
        between(visitor, port, hello.raw(), InputStream::transferTo);
      } else {
        others.play(visitor);
      }
    };
  }

  private static void between(Socket visitor, int port, byte[] before, Manner manner)
      throws IOException {
    try (var server = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
      visitor.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      server.getOutputStream().write(before);
      Thread.startVirtualThread(() -> pump(server, visitor, manner));
      visitor.getInputStream().transferTo(server.getOutputStream());
    }
  }

  /// Passes on what the server says until one of them leaves.
  static void pump(Socket server, Socket visitor, Manner manner) {
    try (visitor) {
      manner.pass(server.getInputStream(), visitor.getOutputStream());
    } catch (IOException _) {
      // one of them left
    }
  }
}
