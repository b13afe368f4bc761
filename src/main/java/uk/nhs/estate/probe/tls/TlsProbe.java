package uk.nhs.estate.probe.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsFacts.Met;
import uk.nhs.estate.observation.TlsFacts.Server;
import uk.nhs.estate.observation.TlsFacts.Unmet;
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
import uk.nhs.estate.register.ScanLevel;

/// Looks at the TLS of every address of a site: makes a handshake as browsers make it, and, if the
/// scan level allows it, finds out what the server does with every other offer.
public final class TlsProbe {
  private static final List<String> PROTOCOLS = List.of("h2", "http/1.1");

  /// More than any sound site publishes.
  private static final int MOST_ADDRESSES = 10;

  private final Dialler dialler;
  private final ExecutorService threads;
  private final Handshake handshake = new Handshake();
  private final int port;
  private final Duration connect;
  private final Duration patience;
  private final InstantSource clock;

  /// @param threads on which addresses are looked at side by side
  public TlsProbe(
      ScannerSettings settings, Dialler dialler, ExecutorService threads, InstantSource clock) {
    this.dialler = dialler;
    this.threads = threads;
    this.port = settings.httpsPort();
    var limits = settings.limits();
    this.connect = limits.connect().multipliedBy(2);
    this.patience = limits.handshake();
    this.clock = clock;
  }

  /// Looks at a host.
  ///
  /// @param level whether more than the handshake of a browser may be tried, and known flaws
  public Sighting look(String host, Addresses addresses, ScanLevel level) {
    return switch (addresses) {
      case Addresses.None(var obstacle) -> unseen(obstacle);
      case Addresses.Known known -> {
        var when = clock.instant();
        yield sighting(when, host, known, servers(host, known.all(), level));
      }
    };
  }

  /// What came of every address. Those beyond the limit are said not to have been met.
  private List<Server> servers(String host, List<InetAddress> all, ScanLevel level) {
    var tried = all.subList(0, Math.min(all.size(), MOST_ADDRESSES));
    var looks = new ArrayList<Future<Server>>();
    for (var address : tried.subList(1, tried.size())) {
      looks.add(threads.submit(() -> server(host, address, level)));
    }
    var servers = new ArrayList<Server>();
    servers.add(server(host, tried.getFirst(), level));
    for (var look : looks) {
      servers.add(joined(look));
    }
    all.stream()
        .skip(MOST_ADDRESSES)
        .forEach(
            address ->
                servers.add(
                    new Unmet(
                        at(address),
                        new Obstacle(
                            Kind.TOO_LARGE, "more than " + MOST_ADDRESSES + " addresses"))));
    return servers;
  }

  /// The first address that lets a browser in is the one that it comes to.
  private Sighting sighting(
      Instant when, String host, Addresses.Known known, List<Server> servers) {
    Met first = null;
    Obstacle hidden = null;
    for (var server : servers) {
      switch (server) {
        case Met met when met.outcome() instanceof TlsFacts.NobodyListens -> {}
        case Met met -> first = first == null ? met : first;
        case Unmet(_, var obstacle) -> hidden = hidden == null ? obstacle : hidden;
      }
    }
    if (first != null) {
      var facts = new TlsFacts(when, first.endpoint(), host, first.outcome(), servers);
      return new Sighting.Seen(Topic.TLS, facts);
    }
    if (hidden != null) {
      return unseen(hidden);
    }
    var place = at(known.all().getFirst());
    return known.complete()
        ? new Sighting.Seen(
            Topic.TLS, new TlsFacts(when, place, host, new TlsFacts.NobodyListens(), servers))
        : unseen(new Obstacle(Kind.CONNECTION_REFUSED, place.toString()));
  }

  private Endpoint at(InetAddress address) {
    return new Endpoint(AddressText.of(address), port);
  }

  private static Server joined(Future<Server> look) {
    try {
      return look.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while looking", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("looking failed", e.getCause());
    }
  }

  /// Looks at one address. A refusal to talk TLS is believed when it is seen twice, and when
  /// browsers, who offer more than the Java platform, would meet it, too.
  private Server server(String host, InetAddress address, ScanLevel level) {
    var first = once(host, address);
    var second = isRefusal(first) ? once(host, address) : first;
    return second instanceof Met(var endpoint, TlsFacts.Failed _, _)
        ? asABrowser(host, endpoint)
            .<Server>map(obstacle -> new Unmet(endpoint, obstacle))
            .orElse(second)
        : second;
  }

  private static boolean isRefusal(Server server) {
    return server instanceof Met(_, var outcome, _)
        && switch (outcome) {
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

  private Server once(String host, InetAddress address) {
    var addresses = new Addresses.Known(List.of(address), true);
    return switch (dialler.reach(addresses, port, TimeLimit.of(connect))) {
      case Reach.Hidden(var obstacle) -> new Unmet(at(address), obstacle);
      case Reach.NobodyListens(var endpoint) ->
          new Met(endpoint, new TlsFacts.NobodyListens(), null);
      case Reach.Reached(var line) -> {
        try (line) {
          yield shake(line, host);
        } catch (IOException e) {
          throw new UncheckedIOException("closing a socket failed", e);
        }
      }
    };
  }

  private Server shake(Line line, String host) {
    var endpoint = line.endpoint();
    try {
      var secure = handshake.on(line, host, PROTOCOLS, TimeLimit.of(patience));
      var outcome = HandshakeEnd.completed(secure);
      secure.close();
      return new Met(endpoint, outcome, null);
    } catch (IOException e) {
      return HandshakeEnd.refused(line, e)
          .<Server>map(outcome -> new Met(endpoint, outcome, null))
          .orElseGet(() -> new Unmet(endpoint, Obstacles.of(e, endpoint.toString())));
    }
  }

  private static Sighting unseen(Obstacle obstacle) {
    return new Sighting.Unseen(Topic.TLS, obstacle);
  }
}
