package uk.nhs.estate.probe.net;

import java.io.IOException;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocket;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsFacts;

/// Tells how a [Handshake] ended, as facts.
public final class HandshakeEnd {

  /// The Java platform tells what the other side did by these words only.
  private static final Pattern ALERT =
      Pattern.compile("[Rr]eceived (?:fatal alert|handshake warning): (\\w+)");

  private static final Pattern VERSION =
      Pattern.compile("server selected protocol version (\\S+) is not accepted");

  private HandshakeEnd() {}

  /// What was agreed on, and the chain as it was sent.
  public static TlsFacts.Completed completed(SSLSocket secure) throws IOException {
    var session = secure.getSession();
    var chain = new ArrayList<Part>();
    for (var certificate : session.getPeerCertificates()) {
      chain.add(new Part(encoded(certificate)));
    }
    session.invalidate(); // the next look is to be shown the certificates again
    var alpn = secure.getApplicationProtocol();
    return new TlsFacts.Completed(
        session.getProtocol(),
        session.getCipherSuite(),
        alpn == null || alpn.isEmpty() ? null : alpn,
        chain);
  }

  /// The octets as they were sent: the platform keeps them beside what it parsed.
  private static byte[] encoded(Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a parsed certificate has lost its octets", e);
    }
  }

  /// What the other side did, if that is what ended the handshake, and not the network or us.
  public static Optional<TlsFacts.Outcome> refused(Line line, IOException e) {
    var first = line.firstOctets();
    if (first.length > 0 && !isTls(first)) {
      return Optional.of(new TlsFacts.NotTls(Obstacles.printable(first)));
    }
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      var message = String.valueOf(cause.getMessage());
      var alert = ALERT.matcher(message);
      if (alert.find()) {
        return Optional.of(new TlsFacts.Failed(Handshake.VERSIONS, alert.group(1)));
      }
      var version = VERSION.matcher(message);
      if (version.find()) {
        return Optional.of(
            new TlsFacts.Failed(Handshake.VERSIONS, "answered in " + version.group(1)));
      }
    }
    return Optional.empty();
  }

  /// Whether octets can begin a TLS record (RFC 8446 §5.1): a content type, and version 3.x.
  private static boolean isTls(byte[] first) {
    return first[0] >= 20 && first[0] <= 24 && (first.length < 2 || first[1] == 3);
  }
}
