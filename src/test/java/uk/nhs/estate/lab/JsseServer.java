package uk.nhs.estate.lab;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Security;
import java.util.Base64;
import java.util.Scanner;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/// The Java platform's own TLS with nothing forbidden, in a process of its own: it would be allowed
/// to everything else in this one.
///
/// It is told a key store in Base64, then one server a line: the versions, the suites and whether
/// it decides by its own order, such as `SSLv3,TLSv1 SSL_RSA_WITH_RC4_128_SHA true`. It says the
/// port of each, and ends with whoever speaks to it.
final class JsseServer {
  static final String PASSWORD = "practice";

  private JsseServer() {}

  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    Security.setProperty("jdk.tls.disabledAlgorithms", "");
    Security.setProperty("jdk.tls.legacyAlgorithms", "");
    Security.setProperty("jdk.certpath.disabledAlgorithms", "");
    var in = new Scanner(System.in, StandardCharsets.US_ASCII);
    var context = context(Base64.getDecoder().decode(in.nextLine()));
    while (in.hasNextLine()) {
      var words = in.nextLine().split(" ");
      var server =
          (SSLServerSocket)
              context
                  .getServerSocketFactory()
                  .createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
      var wanted = server.getSSLParameters();
      wanted.setProtocols(words[0].split(","));
      wanted.setCipherSuites(words[1].split(","));
      wanted.setUseCipherSuitesOrder(Boolean.parseBoolean(words[2]));
      server.setSSLParameters(wanted);
      Thread.startVirtualThread(() -> serve(server));
      System.out.println(server.getLocalPort());
    }
    System.exit(0);
  }

  private static SSLContext context(byte[] store) throws IOException, GeneralSecurityException {
    var keys = KeyStore.getInstance("PKCS12");
    keys.load(new ByteArrayInputStream(store), PASSWORD.toCharArray());
    var managers = KeyManagerFactory.getInstance("SunX509");
    managers.init(keys, PASSWORD.toCharArray());
    var context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static void serve(SSLServerSocket server) {
    while (true) {
      try {
        var visitor = (SSLSocket) server.accept();
        Thread.startVirtualThread(() -> receive(visitor));
      } catch (IOException e) {
        System.err.println(e);
      }
    }
  }

  private static void receive(SSLSocket visitor) {
    try (visitor) {
      visitor.getInputStream().skipNBytes(Long.MAX_VALUE);
    } catch (IOException _) {
      // the visitor left
    }
  }
}
