package uk.nhs.estate.probe;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// A TCP server on loopback that does one scripted thing to each visitor, however rude.
public final class LoneServer implements Closeable {

  /// What is done to a visitor, who is shown out afterwards.
  public interface Script {
    void play(Socket visitor) throws IOException, InterruptedException;
  }

  private final ServerSocket server;
  private final Script script;
  private final AtomicInteger visitors = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  private LoneServer(ServerSocket server, Script script) {
    this.server = server;
    this.script = script;
    Thread.startVirtualThread(this::serve);
  }

  /// On a free port of 127.0.0.1.
  public static LoneServer start(Script script) throws IOException {
    return start("127.0.0.1", 0, script);
  }

  public static LoneServer start(String address, int port, Script script) throws IOException {
    return new LoneServer(new ServerSocket(port, 50, InetAddress.ofLiteral(address)), script);
  }

  /// Says the same to everybody, each character one octet, and hangs up when the visitor does.
  public static Script says(String octets) {
    return visitor -> {
      say(visitor, octets);
      visitor.getInputStream().skipNBytes(Long.MAX_VALUE);
    };
  }

  /// Reads a request's head, then answers and hangs up.
  public static Script answers(String octets) {
    return visitor -> {
      hear(visitor);
      say(visitor, octets);
    };
  }

  /// Never says a word.
  public static Script silent() {
    return visitor -> visitor.getInputStream().skipNBytes(Long.MAX_VALUE);
  }

  /// Says one octet at a time, with a pause after each.
  public static Script drips(String octets, int millis) {
    return visitor -> {
      for (var octet : octets.getBytes(StandardCharsets.ISO_8859_1)) {
        visitor.getOutputStream().write(octet);
        Thread.sleep(millis);
      }
    };
  }

  /// Reads up to an empty line.
  public static void hear(Socket visitor) throws IOException {
    int last = 0;
    for (int next = 0; next >= 0; next = visitor.getInputStream().read()) {
      last = last << 8 | next;
      if (last == 0x0d0a0d0a) {
        return;
      }
    }
  }

  /// Reads one TLS record, such as a client's hello, and returns what is in it.
  public static byte[] record(Socket visitor) throws IOException {
    var header = visitor.getInputStream().readNBytes(5);
    return header.length < 5
        ? header
        : visitor.getInputStream().readNBytes((header[3] & 0xff) << 8 | (header[4] & 0xff));
  }

  public static void say(Socket visitor, String octets) throws IOException {
    visitor.getOutputStream().write(octets.getBytes(StandardCharsets.ISO_8859_1));
    visitor.getOutputStream().flush();
  }

  public int port() {
    return server.getLocalPort();
  }

  /// How many connections were let in.
  public int visitors() {
    return visitors.get();
  }

  private void serve() {
    while (!server.isClosed()) {
      try {
        var visitor = server.accept();
        visitors.incrementAndGet();
        open.add(visitor);
        Thread.startVirtualThread(() -> receive(visitor));
      } catch (IOException _) {
        // closed
      }
    }
  }

  private void receive(Socket visitor) {
    try (visitor) {
      script.play(visitor);
    } catch (IOException | InterruptedException _) {
      // the visitor left
    } finally {
      open.remove(visitor);
    }
  }

  /// A port of 127.0.0.1 at which nobody listens.
  public static int closedPort() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      return server.getLocalPort();
    }
  }

  /// An address in 127.0.0.0/8.
  public static InetAddress home() {
    return InetAddress.ofLiteral("127.0.0.1");
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (var visitor : open) {
      visitor.close();
    }
  }
}
