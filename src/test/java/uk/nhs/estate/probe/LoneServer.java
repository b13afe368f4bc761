package uk.nhs.estate.probe;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import uk.nhs.estate.practice.Identity;

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

  /// Answers one request after the other on the same connection.
  ///
  /// @param answer makes the octets of an answer of a request's head; none of them to hang up
  public static Script keepsAnswering(UnaryOperator<String> answer) {
    return visitor -> {
      for (var request = heard(visitor); !request.isEmpty(); request = heard(visitor)) {
        var octets = answer.apply(request);
        if (octets.isEmpty()) {
          return;
        }
        say(visitor, octets);
      }
    };
  }

  /// The same behind TLS.
  public static Script overTls(Identity identity, Script script) {
    var context = context(identity);
    return visitor -> {
      var secured = (SSLSocket) context.getSocketFactory().createSocket(visitor, null, true);
      secured.setUseClientMode(false);
      script.play(secured);
    };
  }

  private static SSLContext context(Identity identity) {
    try {
      var keys = KeyStore.getInstance("PKCS12");
      keys.load(null, null);
      keys.setKeyEntry(
          "own", identity.key(), new char[0], identity.chain().toArray(X509Certificate[]::new));
      var managers = KeyManagerFactory.getInstance("SunX509");
      managers.init(keys, new char[0]);
      var context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
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
    heard(visitor);
  }

  /// The same, and what it was; empty if the visitor has hung up.
  public static String heard(Socket visitor) throws IOException {
    var head = new StringBuilder();
    int last = 0;
    while (last != 0x0d0a0d0a) {
      int next = visitor.getInputStream().read();
      if (next < 0) {
        return "";
      }
      last = last << 8 | next;
      head.append((char) next);
    }
    return head.toString();
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
