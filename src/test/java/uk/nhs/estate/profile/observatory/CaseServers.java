package uk.nhs.estate.profile.observatory;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.practice.Identity;
import uk.nhs.estate.practice.PracticeCa;

/// Serves the answers of many cases on loopback over HTTP and HTTPS: by the host that is asked for,
/// at one address for each kind of certificate and of closed port.
final class CaseServers implements Closeable {
  private static final char[] NO_PASSWORD = new char[0];
  private static final String[] NAMES = {
    "*.lab.test", "*.lab.dev", "*.obslab.nhs.uk", "*.other.test"
  };

  /// What is at an address.
  ///
  /// @param certificate `valid`, `self-signed` or `expired`
  private record Kind(boolean http, boolean https, String certificate) {
    static Kind of(JsonNode network) {
      return new Kind(
          network.get("http").asBoolean(),
          network.get("https").asBoolean(),
          network.get("cert").asText());
    }
  }

  private final PracticeCa ca;
  private final Instant now;
  private final Map<Kind, InetAddress> addresses = new LinkedHashMap<>();
  private final Map<String, InetAddress> hosts = new HashMap<>();
  private final Map<String, JsonNode> routes = new ConcurrentHashMap<>();
  private final Map<String, SSLContext> contexts = new HashMap<>();
  private final Map<String, Boolean> trusted = new ConcurrentHashMap<>();
  private final List<ServerSocket> doors = new ArrayList<>();
  private int httpPort = 0;
  private int httpsPort = 0;

  CaseServers(Instant now) {
    this.ca = PracticeCa.create(now);
    this.now = now;
  }

  int httpPort() {
    return httpPort;
  }

  int httpsPort() {
    return httpsPort;
  }

  /// Where a host of the cases is.
  Optional<InetAddress> addressOf(String host) {
    return Optional.ofNullable(hosts.get(host));
  }

  /// Serves a case.
  void add(JsonNode one) throws IOException, GeneralSecurityException {
    var kind = Kind.of(one.get("network"));
    var address = addresses.get(kind);
    if (address == null) {
      address = InetAddress.ofLiteral("127.0.0." + (2 + addresses.size()));
      addresses.put(kind, address);
      open(kind, address);
    }
    hosts.put(one.get("host").asText(), address);
    for (var route : one.get("routes")) {
      var url = route.get("url").asText();
      hosts.put(url.substring(url.indexOf("//") + 2, url.indexOf('/', 8)), address);
      routes.put(route.path("method").asText("GET") + " " + url, route);
    }
  }

  private void open(Kind kind, InetAddress address) throws IOException, GeneralSecurityException {
    // every address has the same two port numbers, and the first has both
    if (httpPort == 0) {
      httpPort = listen(address, 0, null).getLocalPort();
      httpsPort = listen(address, 0, context(kind.certificate())).getLocalPort();
      return;
    }
    if (kind.http()) {
      listen(address, httpPort, null);
    }
    if (kind.https()) {
      listen(address, httpsPort, context(kind.certificate()));
    }
  }

  private ServerSocket listen(InetAddress address, int port, @Nullable SSLContext tls)
      throws IOException {
    var door = new ServerSocket(port, 50, address);
    doors.add(door);
    Thread.startVirtualThread(
        () -> {
          while (!door.isClosed()) {
            try {
              var visitor = door.accept();
              Thread.startVirtualThread(() -> receive(visitor, tls));
            } catch (IOException _) {
              return; // the door was closed
            }
          }
        });
    return door;
  }

  private SSLContext context(String certificate) throws GeneralSecurityException, IOException {
    var known = contexts.get(certificate);
    if (known != null) {
      return known;
    }
    var keys = KeyStore.getInstance("JKS"); // reads its keys fast
    keys.load(null, null);
    var identity = identity(certificate);
    keys.setKeyEntry(
        "server", identity.key(), NO_PASSWORD, identity.chain().toArray(Certificate[]::new));
    var managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, NO_PASSWORD);
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    contexts.put(certificate, context);
    return context;
  }

  private Identity identity(String certificate) {
    var order = CertificateOrder.of(now, NAMES);
    return ca.issue(
        switch (certificate) {
          case "self-signed" -> order.chain(CertificateOrder.Chain.SELF_SIGNED);
          case "expired" -> order.until(now.minus(Duration.ofDays(1)));
          default -> order;
        });
  }

  private void receive(Socket visitor, @Nullable SSLContext tls) {
    try (visitor;
        var socket =
            tls == null ? visitor : tls.getSocketFactory().createSocket(visitor, null, true)) {
      visitor.setTcpNoDelay(true);
      visitor.setSoTimeout(30_000);
      var in = new BufferedInputStream(socket.getInputStream());
      for (var head = head(in); !head.isEmpty(); head = head(in)) {
        socket.getOutputStream().write(answer(head, tls == null ? "http" : "https"));
        socket.getOutputStream().flush();
      }
    } catch (IOException _) {
      // the visitor has left
    }
  }

  /// The lines of a request; none when there is no other.
  private static List<String> head(InputStream in) throws IOException {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      if (c != '\n') {
        line.append((char) c);
      } else if (line.toString().isBlank()) {
        return lines;
      } else {
        lines.add(line.toString().strip());
        line.setLength(0);
      }
    }
    return List.of();
  }

  private byte[] answer(List<String> head, String scheme) {
    var request = head.getFirst().split(" ");
    var host = field(head, "host").split(":")[0];
    var route = routes.get(request[0] + " " + scheme + "://" + host + request[1]);
    var body = (route == null ? "" : route.get("body").asText()).getBytes(StandardCharsets.UTF_8);
    int status = route == null ? 404 : route.get("status").asInt();
    var lines = new StringBuilder("HTTP/1.1 " + status + " Whatever\r\n");
    if (route != null) {
      route
          .get("headers")
          .forEach(field -> line(lines, field.get(0).asText(), field.get(1).asText()));
      if (route.path("reflectOrigin").asBoolean()) {
        line(lines, "Access-Control-Allow-Origin", field(head, "origin"));
      }
    }
    boolean empty = status == 204 || status == 304;
    if (!empty) {
      line(lines, "Content-Length", "" + body.length);
    }
    var all = new ByteArrayOutputStream();
    all.writeBytes(lines.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    all.writeBytes(empty ? new byte[0] : body);
    return all.toByteArray();
  }

  private static void line(StringBuilder lines, String name, String value) {
    lines.append(name).append(": ").append(value).append("\r\n");
  }

  private static String field(List<String> head, String name) {
    return head.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  /// Whether a browser that knows this authority trusts the certificate that a host shows; true
  /// where it shows none.
  boolean isTrusted(JsonNode one) {
    var network = one.get("network");
    return !network.get("https").asBoolean()
        || trusted.computeIfAbsent(
            network.get("cert").asText(), _ -> shakesHands(one.get("host").asText()));
  }

  private boolean shakesHands(String host) {
    try {
      var roots = KeyStore.getInstance("JKS");
      roots.load(null, null);
      roots.setCertificateEntry("root", ca.root());
      var managers = TrustManagerFactory.getInstance("PKIX");
      managers.init(roots);
      var browser = SSLContext.getInstance("TLS");
      browser.init(null, managers.getTrustManagers(), null);
      try (var plain = new Socket(hosts.get(host), httpsPort);
          var socket =
              (SSLSocket) browser.getSocketFactory().createSocket(plain, host, httpsPort, true)) {
        var parameters = new SSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return true;
      }
    } catch (IOException _) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    for (var door : doors) {
      try {
        door.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
