package uk.nhs.estate.observation;

import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a site's port for HTTPS does with TLS.
///
/// @param endpoint where a browser would have come to: the first address that let us in
/// @param serverName the name sent in SNI (RFC 6066 §3)
/// @param outcome how the handshake of a browser ended there
/// @param servers what came of every address of the site, `endpoint` first; empty in what was kept
///     before they were looked at
public record TlsFacts(
    Instant seenAt, Endpoint endpoint, String serverName, Outcome outcome, List<Server> servers)
    implements Facts {

  public TlsFacts {
    // what was kept before every address was looked at does not have them
    servers = servers == null ? List.of() : List.copyOf(servers);
  }

  /// Those of a site at which nothing but the handshake of a browser was tried.
  public TlsFacts(Instant seenAt, Endpoint endpoint, String serverName, Outcome outcome) {
    this(seenAt, endpoint, serverName, outcome, List.of());
  }

  /// What came of one address.
  public sealed interface Server {
    Endpoint endpoint();
  }

  /// It let us in.
  ///
  /// @param outcome how the handshake of a browser ended
  /// @param posture what it does with every other offer; none when it was not asked, be it that the
  ///     scan level forbids it or that it does not speak TLS
  public record Met(Endpoint endpoint, Outcome outcome, @Nullable TlsPosture posture)
      implements Server {}

  /// It could not be met: nothing is known.
  public record Unmet(Endpoint endpoint, Obstacle obstacle) implements Server {}

  /// How the handshake ended.
  public sealed interface Outcome {}

  /// It completed. Trust is not asked for: the chain is kept as it was sent.
  ///
  /// @param version as in `TLSv1.3`
  /// @param suite the IANA name of the cipher suite
  /// @param alpn the protocol chosen by ALPN, none when the server chose none
  /// @param chain the certificates as sent, DER, the leaf first
  public record Completed(String version, String suite, @Nullable String alpn, List<Part> chain)
      implements Outcome {
    public Completed {
      chain = List.copyOf(chain);
    }

    /// The certificates that can be parsed, leaf first; stops at the first that cannot.
    public List<X509Certificate> certificates() {
      var parsed = new ArrayList<X509Certificate>();
      try {
        var factory = CertificateFactory.getInstance("X.509");
        for (var part : chain) {
          var in = new ByteArrayInputStream(part.bytes());
          if (!(factory.generateCertificate(in) instanceof X509Certificate certificate)) {
            break;
          }
          parsed.add(certificate);
        }
      } catch (CertificateException _) {
        return List.copyOf(parsed);
      }
      return List.copyOf(parsed);
    }
  }

  /// The server answered, and refused every handshake it was offered.
  ///
  /// @param offered the versions offered
  /// @param answer what it sent instead, such as the name of an alert
  public record Failed(List<String> offered, String answer) implements Outcome {
    public Failed {
      offered = List.copyOf(offered);
    }
  }

  /// The server answered with something that is not TLS.
  ///
  /// @param answer the first bytes, as printable text
  public record NotTls(String answer) implements Outcome {}

  /// Every address refused the connection, more than once: nobody listens.
  public record NobodyListens() implements Outcome {}

  @Override
  public TlsFacts seenAt(Instant when) {
    return new TlsFacts(when, endpoint, serverName, outcome, servers);
  }

  @Override
  public TlsFacts steady() {
    return new TlsFacts(
        Instant.EPOCH,
        endpoint,
        serverName,
        outcome,
        servers.stream().map(TlsFacts::steady).toList());
  }

  private static Server steady(Server server) {
    return switch (server) {
      case Met(var place, var outcome, var posture) ->
          new Met(place, outcome, posture == null ? null : posture.steady());
      case Unmet(var place, var obstacle) -> new Unmet(place, new Obstacle(obstacle.kind()));
    };
  }
}
