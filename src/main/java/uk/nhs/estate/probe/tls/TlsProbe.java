package uk.nhs.estate.probe.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsFacts.Met;
import uk.nhs.estate.observation.TlsFacts.Server;
import uk.nhs.estate.observation.TlsFacts.Unmet;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.probe.net.AddressText;
import uk.nhs.estate.probe.net.Addresses;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.probe.net.Line;
import uk.nhs.estate.probe.net.Reach;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.probe.net.TimeLimit;
import uk.nhs.estate.register.ScanLevel;

/// Looks at the TLS of every address of a site: makes a handshake as browsers make it, and, if the
/// scan level allows it, finds out what the server does with every other offer.
public final class TlsProbe {
  private static final List<String> PROTOCOLS = List.of("h2", "http/1.1");

  /// How long a server may take to say goodbye.
  private static final Duration FAREWELL = Duration.ofSeconds(1);

  /// More than any sound site publishes.
  private static final int MOST_ADDRESSES = 10;

  private final Dialler dialler;
  private final TlsEngine engine;
  private final ExecutorService threads;
  private final BrowserHandshake handshake = new BrowserHandshake(new KeyHalves());
  private final int port;
  private final Duration connect;
  private final Duration patience;
  private final InstantSource clock;

  /// @param threads on which addresses are looked at side by side
  public TlsProbe(
      ScannerSettings settings, Dialler dialler, ExecutorService threads, InstantSource clock) {
    this.dialler = dialler;
    this.engine = new TlsEngine(Allowance.of(settings));
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

  /// What came of a handshake of a browser.
  ///
  /// @param secured what it led to, goodbye said; none if it was not completed
  private record First(Server server, @Nullable Secured secured) {
    boolean isRefusal() {
      return server instanceof Met(_, var outcome, _)
          && switch (outcome) {
            case TlsFacts.Failed _, TlsFacts.NotTls _ -> true;
            case TlsFacts.Completed _, TlsFacts.NobodyListens _ -> false;
          };
    }
  }

  /// Looks at one address. A refusal to talk TLS is believed when it is seen twice.
  private Server server(String host, InetAddress address, ScanLevel level) {
    var once = once(host, address);
    var first = once.isRefusal() ? once(host, address) : once;
    return first.server() instanceof Met(var endpoint, var outcome, _)
            && speaksTls(outcome)
            && level.allows(ScanLevel.ORDINARY)
        ? new Met(endpoint, outcome, posture(host, address, first.secured(), level))
        : first.server();
  }

  private TlsPosture posture(
      String host, InetAddress address, @Nullable Secured first, ScanLevel level) {
    return engine.posture(
        limit -> dialler.dialAtOnce(address, port, limit),
        AddressText.parse(host).isPresent() ? null : host,
        new KeyHalves(),
        first,
        level);
  }

  /// What no browser can talk to may have old versions to offer.
  private static boolean speaksTls(TlsFacts.Outcome outcome) {
    return switch (outcome) {
      case TlsFacts.Completed _, TlsFacts.Failed _ -> true;
      case TlsFacts.NotTls _, TlsFacts.NobodyListens _ -> false;
    };
  }

  private First once(String host, InetAddress address) {
    var addresses = new Addresses.Known(List.of(address), true);
    return switch (dialler.reachAtOnce(addresses, port, TimeLimit.of(connect))) {
      case Reach.Hidden(var obstacle) -> new First(new Unmet(at(address), obstacle), null);
      case Reach.NobodyListens(var endpoint) ->
          new First(new Met(endpoint, new TlsFacts.NobodyListens(), null), null);
      case Reach.Reached(var line) -> {
        try (line) {
          yield shake(line, host);
        } catch (IOException e) {
          throw new UncheckedIOException("closing a socket failed", e);
        }
      }
    };
  }

  private First shake(Line line, String host) {
    var endpoint = line.endpoint();
    return switch (handshake.on(line, host, PROTOCOLS, TimeLimit.of(patience))) {
      case BrowserHandshake.Completed(var secured) -> {
        try {
          line.limit(TimeLimit.of(FAREWELL), FullHandshake.MOST_OCTETS);
          secured.leave();
        } catch (IOException _) {
          // what it thinks of it is asked later, if at all
        }
        yield new First(new Met(endpoint, secured.completed(), null), secured);
      }
      case BrowserHandshake.Refused(var outcome) ->
          new First(new Met(endpoint, outcome, null), null);
      case BrowserHandshake.Hidden(var obstacle) -> new First(new Unmet(endpoint, obstacle), null);
    };
  }

  private static Sighting unseen(Obstacle obstacle) {
    return new Sighting.Unseen(Topic.TLS, obstacle);
  }
}
