package uk.nhs.estate.probe.net;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/// Speaks TLS on a line.
public final class Handshake {
  /// The versions offered, as the Java platform names them.
  private static final List<String> VERSIONS = List.of("TLSv1.3", "TLSv1.2");

  /// More than any server has to say before it speaks HTTP.
  private static final int MOST_OCTETS = 256 * 1024;

  private final SSLContext context;
  private final boolean proven;

  /// With whoever is at the other end: trust is for checks to judge, on the chain as it was sent.
  public Handshake() {
    this(new Everybody(), false);
  }

  /// With those only who prove to be the host that was asked for (RFC 9110 §4.3.4): their word is
  /// believed, so it must be theirs.
  ///
  /// @param anchors the certification authorities whose word on that counts, at least one
  public Handshake(Set<TrustAnchor> anchors) {
    this(verifying(anchors), true);
  }

  private Handshake(TrustManager manager, boolean proven) {
    this.context = context(manager);
    this.proven = proven;
  }

  /// Makes the line secure, within a limit.
  ///
  /// @param host the name to send in SNI (RFC 6066 §3)
  /// @param protocols what to offer by ALPN (RFC 7301)
  public SSLSocket on(Line line, String host, List<String> protocols, TimeLimit limit)
      throws IOException {
    line.limit(limit, MOST_OCTETS);
    line.startAnew();
    var socket =
        (SSLSocket) context.getSocketFactory().createSocket(line, host, line.getPort(), true);
    var parameters = socket.getSSLParameters();
    parameters.setProtocols(VERSIONS.toArray(String[]::new));
    parameters.setApplicationProtocols(protocols.toArray(String[]::new));
    parameters.setServerNames(serverNames(host));
    if (proven) {
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
    }
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  private static List<SNIServerName> serverNames(String host) {
    if (AddressText.parse(host).isPresent()) {
      return List.of(); // a literal address is no server name
    }
    try {
      return List.of(new SNIHostName(host.getBytes(StandardCharsets.US_ASCII)));
    } catch (IllegalArgumentException _) {
      return List.of(); // a name in the DNS, but none of a host
    }
  }

  private static TrustManager verifying(Set<TrustAnchor> anchors) {
    try {
      var parameters = new PKIXBuilderParameters(anchors, null);
      parameters.setRevocationEnabled(false); // each would be another place to ask
      var factory = TrustManagerFactory.getInstance("PKIX");
      factory.init(new CertPathTrustManagerParameters(parameters));
      return new Strict((X509ExtendedTrustManager) factory.getTrustManagers()[0]);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform verifies chains", e);
    }
  }

  private static SSLContext context(TrustManager manager) {
    try {
      var context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {manager}, null);
      // each look is a new visitor; without this, the platform keeps 20,480 sessions for a day
      context.getClientSessionContext().setSessionCacheSize(1);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has TLS", e);
    }
  }

  /// Lets nobody pass whom the platform does not, and says that this is why.
  private static final class Strict extends X509ExtendedTrustManager {
    private final X509ExtendedTrustManager platform;

    Strict(X509ExtendedTrustManager platform) {
      this.platform = platform;
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      try {
        platform.checkServerTrusted(chain, type, socket);
      } catch (CertificateException e) {
        throw new Unproven(e);
      }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      platform.checkServerTrusted(chain, type, engine);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      platform.checkServerTrusted(chain, type);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      platform.checkClientTrusted(chain, type, socket);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      platform.checkClientTrusted(chain, type, engine);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      platform.checkClientTrusted(chain, type);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return platform.getAcceptedIssuers();
    }
  }

  /// Lets every certificate pass; being an extended manager, it is not wrapped by checks either.
  private static final class Everybody extends X509ExtendedTrustManager {
    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
