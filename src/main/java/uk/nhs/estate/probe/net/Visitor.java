package uk.nhs.estate.probe.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.Visit;

/// Makes visits: asks, and follows redirects as far as the limits and the guard let it.
///
/// Each request has a connection of its own, and no cookie is kept.
public final class Visitor {
  private static final List<String> PROTOCOLS = List.of("http/1.1");

  /// What may come in besides the header and the body that we read: framing, and what TLS adds.
  private static final int SLACK = 64 * 1024;

  /// What came of one request.
  private sealed interface Leg {}

  /// @param body what was read of it, if it was asked for
  /// @param cut what kept us from reading the body, if anything
  private record Told(Hop hop, @Nullable Part body, @Nullable Obstacle cut) implements Leg {}

  private record Missed(Visit.End end) implements Leg {}

  private final ScannerSettings settings;
  private final Dialler dialler;
  private final Handshake handshake;
  private final Exchange exchange;

  /// @param handshake how to speak TLS, and with whom
  public Visitor(ScannerSettings settings, Dialler dialler, Handshake handshake) {
    this.settings = settings;
    this.dialler = dialler;
    this.handshake = handshake;
    this.exchange = new Exchange(settings);
  }

  /// @param where finds the addresses of a host, as the redirects lead to others
  public Visit visit(HttpUrl start, Function<String, Addresses> where, Errand errand) {
    var limit = TimeLimit.of(settings.limits().visit());
    var urls = new ArrayList<HttpUrl>();
    var hops = new ArrayList<Hop>();
    var url = start;
    while (true) {
      urls.add(url);
      switch (leg(url, where, errand, limit)) {
        case Missed(var end) -> {
          return new Visit(start.toString(), hops, hops.isEmpty() ? end : later(end, url), null);
        }
        case Told(var hop, var body, var cut) -> {
          hops.add(hop);
          if (cut != null) {
            return new Visit(start.toString(), hops, new Visit.Obstructed(cut), null);
          }
          switch (Onward.from(url, hop)) {
            case Onward.Stay() -> {
              return new Visit(start.toString(), hops, new Visit.Answered(), body);
            }
            case Onward.Stuck(var obstacle) -> {
              return new Visit(start.toString(), hops, new Visit.Obstructed(obstacle), null);
            }
            case Onward.Go(var next) -> {
              int circle = urls.indexOf(next);
              if (circle >= 0) {
                return new Visit(start.toString(), hops, circle(hops, circle), null);
              }
              if (hops.size() >= errand.hops()) {
                return new Visit(start.toString(), hops, new Visit.Endless(), null);
              }
              url = next;
            }
          }
        }
      }
    }
  }

  /// That nobody listens is said of the first address only.
  private static Visit.End later(Visit.End end, HttpUrl url) {
    return end instanceof Visit.NobodyListens
        ? new Visit.Obstructed(new Obstacle(Kind.CONNECTION_REFUSED, url.host()))
        : end;
  }

  /// A circle that hands out cookies on the way may end for a visitor who keeps them.
  private static Visit.End circle(List<Hop> hops, int from) {
    boolean cookies =
        hops.subList(from, hops.size()).stream().anyMatch(h -> !h.values("Set-Cookie").isEmpty());
    return cookies
        ? new Visit.Obstructed(
            new Obstacle(Kind.BLOCKED, "it sends those in a circle who keep no cookies"))
        : new Visit.Endless();
  }

  private Leg leg(HttpUrl url, Function<String, Addresses> where, Errand errand, TimeLimit limit) {
    int port = port(url);
    if (port < 0) {
      return missed(
          new Obstacle(
              Kind.FORBIDDEN_ADDRESS, "port " + url.port() + " is none that the scanner visits"));
    }
    return switch (dialler.reach(where.apply(url.host()), port, limit)) {
      case Reach.Hidden(var obstacle) -> missed(obstacle);
      case Reach.NobodyListens _ -> new Missed(new Visit.NobodyListens());
      case Reach.Reached(var line) -> {
        try (line) {
          yield ask(url, line, errand, limit);
        } catch (IOException e) {
          throw new UncheckedIOException("closing a socket failed", e);
        }
      }
    };
  }

  private Leg ask(HttpUrl url, Line line, Errand errand, TimeLimit limit) {
    long began = System.nanoTime();
    var endpoint = line.endpoint();
    try {
      Socket secured = url.isHttps() ? handshake.on(line, url.host(), PROTOCOLS, limit) : line;
      line.limit(limit, SLACK + settings.limits().headerBytes() + 2L * errand.bodyOctets());
      var answer = exchange.get(url, line, secured, errand);
      var took = Duration.ofNanos(System.nanoTime() - began).toMillis();
      var head = answer.head();
      var cut = answer.cut();
      return new Told(
          new Hop(url.toString(), endpoint, head.status(), head.fields(), took),
          answer.body(),
          cut == null ? null : Obstacles.of(cut, endpoint.toString()));
    } catch (IOException e) {
      return missed(Obstacles.of(e, endpoint.toString()));
    }
  }

  private static Missed missed(Obstacle obstacle) {
    return new Missed(new Visit.Obstructed(obstacle));
  }

  /// The port that stands for the one in the address; less than nothing if there is none.
  private int port(HttpUrl url) {
    int own = url.isHttps() ? settings.httpsPort() : settings.httpPort();
    return url.port() == own || url.port() == HttpUrl.defaultPort(url.scheme()) ? own : -1;
  }
}
