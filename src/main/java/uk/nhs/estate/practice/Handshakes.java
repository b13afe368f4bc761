package uk.nhs.estate.practice;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// Makes TLS handshakes with visitors, as one of many pretend servers.
final class Handshakes {
  private final Map<Identity, SSLContext> contexts = new ConcurrentHashMap<>();

  /// @param heard the octets of the visitor's hello, read already
  SSLSocket with(Socket visitor, String heard, Door.Tls tls) throws IOException {
    var context = contexts.computeIfAbsent(tls.identity(), OneIdentity::contextOf);
    var consumed = new ByteArrayInputStream(heard.getBytes(StandardCharsets.ISO_8859_1));
    var secure = (SSLSocket) context.getSocketFactory().createSocket(visitor, consumed, true);
    if (!tls.protocols().isEmpty()) {
      secure.setEnabledProtocols(tls.protocols().toArray(String[]::new));
    }
    if (!tls.suites().isEmpty()) {
      secure.setEnabledCipherSuites(tls.suites().toArray(String[]::new));
    }
    secure.startHandshake();
    return secure;
  }
}
