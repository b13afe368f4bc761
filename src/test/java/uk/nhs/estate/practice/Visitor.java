package uk.nhs.estate.practice;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/// Visits practice sites as a browser does: finds the host, checks the certificate, reads it all.
record Visitor(PracticeWeb web, X509Certificate root) {

  private static final int PATIENCE_MILLIS = 500;

  String get(String host, String target) throws IOException {
    return exchange(web.addressOf(host), web.httpPort(), request(host, target));
  }

  String getSecurely(String host, String target) throws IOException, GeneralSecurityException {
    try (var socket = handshake(host)) {
      return exchange(socket, request(host, target));
    }
  }

  /// Gets a page whatever the certificate is.
  String getTrustingly(String host, String target) throws IOException, GeneralSecurityException {
    try (var socket = handshake(host, anybody(), "", "TLSv1.3")) {
      return exchange(socket, request(host, target));
    }
  }

  /// The certificates that a host shows, whoever believes them.
  List<X509Certificate> chain(String host) throws IOException, GeneralSecurityException {
    try (var socket = handshake(host, anybody(), "", "TLSv1.3")) {
      return Arrays.stream(socket.getSession().getPeerCertificates())
          .map(X509Certificate.class::cast)
          .toList();
    }
  }

  SSLSocket handshake(String host) throws IOException, GeneralSecurityException {
    return handshake(host, "TLSv1.3", "TLSv1.2");
  }

  SSLSocket handshake(String host, String... protocols)
      throws IOException, GeneralSecurityException {
    return handshake(host, trusting(root), "HTTPS", protocols);
  }

  private SSLSocket handshake(
      String host, TrustManager[] trust, String identification, String... protocols)
      throws IOException, GeneralSecurityException {
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust, null);
    var plain = connect(web.addressOf(host), web.httpsPort());
    var factory = context.getSocketFactory();
    var socket = (SSLSocket) factory.createSocket(plain, host, web.httpsPort(), true);
    var parameters = socket.getSSLParameters();
    parameters.setServerNames(List.of(new SNIHostName(host)));
    parameters.setEndpointIdentificationAlgorithm(identification);
    parameters.setProtocols(protocols);
    socket.setSSLParameters(parameters);
    try {
      socket.startHandshake();
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  static String request(String host, String target) {
    return "GET " + target + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
  }

  static String exchange(InetAddress address, int port, String request) throws IOException {
    try (var socket = connect(address, port)) {
      return exchange(socket, request);
    }
  }

  static String exchange(Socket socket, String request) throws IOException {
    say(socket, request);
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  static void say(Socket socket, String request) throws IOException {
    socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
  }

  static Socket connect(InetAddress address, int port) throws IOException {
    var socket = new Socket();
    socket.connect(new InetSocketAddress(address, port), PATIENCE_MILLIS);
    socket.setSoTimeout(PATIENCE_MILLIS);
    return socket;
  }

  private static TrustManager[] trusting(X509Certificate root)
      throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    store.setCertificateEntry("root", root);
    var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    managers.init(store);
    return managers.getTrustManagers();
  }

  private static TrustManager[] anybody() {
    return new TrustManager[] {
      new X509ExtendedTrustManager() {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
          return new X509Certificate[0];
        }
      }
    };
  }
}
