package uk.nhs.estate.probe.net;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Obstacle.Kind;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.Visit;

/// Visits that belong together: they share the lines that are open, what has been told already, and
/// a limit of time. No cookie is kept.
///
/// A line is used again only if it is certain that the answer before has ended on it. What a page
/// answered to a plain request is not asked again, whichever way leads there.
///
/// Not for use by several threads.
public final class Tour implements AutoCloseable {
  private static final List<String> PROTOCOLS = List.of("http/1.1");
  private static final int MOST_LINES = 3;

  /// What may come in besides the header and the content that we read: framing, and what TLS adds.
  private static final int SLACK = 64 * 1024;

  /// How much of an answer that nobody wanted is read so that its line can be used again, and how
  /// long.
  private static final int MOST_OF_A_REST = 64 * 1024;

  private static final Duration PATIENCE_WITH_A_REST = Duration.ofSeconds(1);

  /// What came of one request.
  private sealed interface Leg {}

  /// @param body what was read of its content, if it was asked for
  /// @param cut what kept us from reading it, if that matters
  private record Told(Hop hop, @Nullable Part body, boolean bodyCut, @Nullable Obstacle cut)
      implements Leg {}

  private record Missed(Visit.End end) implements Leg {}

  private final ScannerSettings settings;
  private final Dialler dialler;
  private final Handshake handshake;
  private final Exchange exchange;
  private final Function<String, Addresses> where;
  private final TimeLimit whole;
  private final Deque<OpenLine> lines = new ArrayDeque<>();
  private final Map<HttpUrl, Told> told = new HashMap<>();

  Tour(
      ScannerSettings settings,
      Dialler dialler,
      Handshake handshake,
      Exchange exchange,
      Function<String, Addresses> where,
      TimeLimit whole) {
    this.settings = settings;
    this.dialler = dialler;
    this.handshake = handshake;
    this.exchange = exchange;
    this.where = where;
    this.whole = whole;
  }

  /// Asks, and follows redirects as far as the limits and the guard let it.
  public Visit visit(HttpUrl start, Errand errand) {
    return visit(start, where, errand);
  }

  /// The same with other addresses for the hosts on the way.
  public Visit visit(HttpUrl start, Function<String, Addresses> there, Errand errand) {
    var limit = whole.part(settings.limits().visit());
    var urls = new ArrayList<HttpUrl>();
    var hops = new ArrayList<Hop>();
    var url = start;
    while (true) {
      urls.add(url);
      switch (leg(url, there, errand, limit)) {
        case Missed(var end) -> {
          return new Visit(start.toString(), hops, hops.isEmpty() ? end : later(end, url), null);
        }
        case Told(var hop, var body, var bodyCut, var cut) -> {
          hops.add(hop);
          if (cut != null) {
            return new Visit(start.toString(), hops, new Visit.Obstructed(cut), null, bodyCut);
          }
          switch (Onward.from(url, hop)) {
            case Onward.Stay() -> {
              return new Visit(start.toString(), hops, new Visit.Answered(), body, bodyCut);
            }
            case Onward.Stuck(var obstacle) -> {
              return new Visit(start.toString(), hops, new Visit.Obstructed(obstacle), null);
            }
            case Onward.Go(var next) when !errand.follows().test(next) -> {
              return new Visit(start.toString(), hops, new Visit.Answered(), null);
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

  private Leg leg(HttpUrl url, Function<String, Addresses> there, Errand errand, TimeLimit limit) {
    boolean usual = errand.isPlain() && there == where;
    var known = usual ? known(url, errand) : null;
    if (known != null) {
      return known;
    }
    var leg = askAt(url, there, errand, limit);
    if (usual && leg instanceof Told answer && answer.cut() == null) {
      told.put(url, answer);
    }
    return leg;
  }

  /// What is known already, if it is enough.
  private @Nullable Told known(HttpUrl url, Errand errand) {
    var known = told.get(url);
    if (known == null) {
      return null;
    }
    var hop = known.hop();
    if (!errand.takes(hop.status(), hop.values("Location").isEmpty())) {
      return new Told(hop, null, false, null);
    }
    var body = known.body();
    if (body == null) {
      return known.bodyCut() && errand.wanted() == Wanted.PAGE ? known : null;
    }
    return body.size() <= errand.bodyOctets()
        ? known
        : new Told(hop, new Part(Arrays.copyOf(body.bytes(), errand.bodyOctets())), true, null);
  }

  private Leg askAt(
      HttpUrl url, Function<String, Addresses> there, Errand errand, TimeLimit limit) {
    int port = port(url);
    if (port < 0) {
      return missed(
          new Obstacle(
              Kind.FORBIDDEN_ADDRESS, "port " + url.port() + " is none that the scanner visits"));
    }
    var addresses = there.apply(url.host());
    var again = free(url, addresses, limit);
    if (again != null) {
      var leg = ask(url, again, errand, limit);
      if (!(leg instanceof Missed && again.isSilent()) || limit.isOver()) {
        return leg;
      }
      // the server has hung up in the meantime
    }
    return switch (dialler.reach(addresses, port, limit, this::hangUp)) {
      case Reach.Hidden(var obstacle) -> missed(obstacle);
      case Reach.NobodyListens _ -> new Missed(new Visit.NobodyListens());
      case Reach.Reached(var line) -> askFirst(url, line, errand, limit);
    };
  }

  private Leg askFirst(HttpUrl url, Line line, Errand errand, TimeLimit limit) {
    var endpoint = line.endpoint();
    var open = new OpenLine(url, line, line);
    try {
      if (url.isHttps()) {
        open = new OpenLine(url, line, handshake.on(line, url.host(), PROTOCOLS, limit));
      }
    } catch (IOException e) {
      open.hangUp();
      return missed(Obstacles.of(e, endpoint.toString()));
    } catch (RuntimeException e) {
      open.hangUp();
      throw e;
    }
    return ask(url, open, errand, limit);
  }

  private Leg ask(HttpUrl url, OpenLine open, Errand errand, TimeLimit limit) {
    long began = System.nanoTime();
    var line = open.line();
    var endpoint = line.endpoint();
    try {
      line.limit(limit, SLACK + settings.limits().headerBytes() + 2L * errand.bodyOctets());
      var answer = exchange.ask(url, open, errand);
      var took = Duration.ofNanos(System.nanoTime() - began).toMillis();
      var head = answer.head();
      var cut = answer.cut();
      var hop =
          new Hop(
              url.toString(),
              endpoint,
              head.status(),
              head.fields(),
              took,
              answer.http(),
              open.tls());
      return new Told(
          hop,
          answer.body(),
          answer.bodyCut(),
          cut == null ? null : Obstacles.of(cut, endpoint.toString()));
    } catch (IOException e) {
      return missed(Obstacles.of(e, endpoint.toString()));
    } finally {
      keep(open);
    }
  }

  private static Missed missed(Obstacle obstacle) {
    return new Missed(new Visit.Obstructed(obstacle));
  }

  /// A line that leads there, on which nothing of an answer is left.
  private @Nullable OpenLine free(HttpUrl url, Addresses addresses, TimeLimit limit) {
    var open = leading(url, addresses);
    if (open == null) {
      return null;
    }
    lines.remove(open);
    if (open.finish(limit.within(PATIENCE_WITH_A_REST), MOST_OF_A_REST)) {
      return open;
    }
    open.hangUp();
    return null;
  }

  /// To the address that would be tried first, if there are several.
  private @Nullable OpenLine leading(HttpUrl url, Addresses addresses) {
    if (addresses instanceof Addresses.Known known) {
      for (var address : known.all()) {
        for (var open : lines) {
          if (open.leadsTo(url, address)) {
            return open;
          }
        }
      }
    }
    return null;
  }

  private void keep(OpenLine open) {
    if (!open.mayBeFree(MOST_OF_A_REST)) {
      open.hangUp();
      return;
    }
    lines.addFirst(open);
    if (lines.size() > MOST_LINES) {
      lines.removeLast().hangUp();
    }
  }

  private void hangUp() {
    lines.forEach(OpenLine::hangUp);
    lines.clear();
  }

  /// The port that stands for the one in the address; less than nothing if there is none.
  private int port(HttpUrl url) {
    int own = url.isHttps() ? settings.httpsPort() : settings.httpPort();
    return url.port() == own || url.port() == HttpUrl.defaultPort(url.scheme()) ? own : -1;
  }

  /// Hangs up everywhere.
  @Override
  public void close() {
    hangUp();
  }
}
