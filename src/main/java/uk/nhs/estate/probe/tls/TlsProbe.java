package uk.nhs.estate.probe.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.probe.net.AddressText;
import uk.nhs.estate.probe.net.Addresses;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.probe.net.Handshake;
import uk.nhs.estate.probe.net.HandshakeEnd;
import uk.nhs.estate.probe.net.Line;
import uk.nhs.estate.probe.net.Obstacles;
import uk.nhs.estate.probe.net.Offer;
import uk.nhs.estate.probe.net.Reach;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.probe.net.TimeLimit;

/// Makes one TLS handshake with a site, as a browser offers it, and keeps what came of it.
public final class TlsProbe {
  private static final List<String> PROTOCOLS = List.of("h2", "http/1.1");

  private final Dialler dialler;
  private final Handshake handshake = new Handshake();
  private final int port;
  private final Duration connect;
  private final Duration patience;
  private final InstantSource clock;

  public TlsProbe(ScannerSettings settings, Dialler dialler, InstantSource clock) {
    this.dialler = dialler;
    this.port = settings.httpsPort();
    var limits = settings.limits();
    this.connect = limits.connect().multipliedBy(2L * limits.addresses());
    this.patience = limits.handshake();
    this.clock = clock;
  }

  /// Looks at a host. A refusal to talk TLS is believed when it is seen twice, and when browsers,
  /// who offer more than the Java platform, would meet it, too.
  public Sighting look(String host, Addresses addresses) {
    var first = once(host, addresses);
    var second = isRefusal(first) ? once(host, addresses) : first;
    return second instanceof Sighting.Seen(_, TlsFacts(_, var endpoint, _, TlsFacts.Failed _, _))
        ? asABrowser(host, endpoint).<Sighting>map(TlsProbe::unseen).orElse(second)
        : second;
  }

  private static boolean isRefusal(Sighting sighting) {
    return sighting instanceof Sighting.Seen(_, TlsFacts facts)
        && switch (facts.outcome()) {
          case TlsFacts.Failed _, TlsFacts.NotTls _ -> true;
          case TlsFacts.Completed _, TlsFacts.NobodyListens _ -> false;
        };
  }

  /// What keeps us from a handshake that a browser could make, if it could.
  private Optional<Obstacle> asABrowser(String host, Endpoint endpoint) {
    var address = AddressText.parse(endpoint.address()).orElseThrow();
    try (var line = dialler.dial(address, endpoint.port(), TimeLimit.of(patience))) {
      return Offer.BROWSERS.on(line, host) instanceof Offer.Agreed(_, int suite)
          ? Optional.of(Offer.onlyOthersAgree(endpoint, "a browser", suite))
          : Optional.empty();
    } catch (IOException _) {
      return Optional.empty(); // it has refused us twice, and does so again
    }
  }

  private Sighting once(String host, Addresses addresses) {
    var when = clock.instant();
    return switch (dialler.reach(addresses, port, TimeLimit.of(connect))) {
      case Reach.Hidden(var obstacle) -> unseen(obstacle);
      case Reach.NobodyListens(var endpoint) ->
          seen(when, endpoint, host, new TlsFacts.NobodyListens());
      case Reach.Reached(var line) -> {
        try (line) {
          yield shake(line, host);
        } catch (IOException e) {
          throw new UncheckedIOException("closing a socket failed", e);
        }
      }
    };
  }

  private Sighting shake(Line line, String host) {
    var when = clock.instant();
    var endpoint = line.endpoint();
    try {
      var secure = handshake.on(line, host, PROTOCOLS, TimeLimit.of(patience));
      var outcome = HandshakeEnd.completed(secure);
      secure.close();
      return seen(when, endpoint, host, outcome);
    } catch (IOException e) {
      return HandshakeEnd.refused(line, e)
          .map(outcome -> seen(when, endpoint, host, outcome))
          .orElseGet(() -> unseen(Obstacles.of(e, endpoint.toString())));
    }
  }

  private static Sighting unseen(Obstacle obstacle) {
    return new Sighting.Unseen(Topic.TLS, obstacle);
  }

  private static Sighting seen(
      Instant when, Endpoint endpoint, String host, TlsFacts.Outcome outcome) {
    return new Sighting.Seen(Topic.TLS, new TlsFacts(when, endpoint, host, outcome));
  }
}
