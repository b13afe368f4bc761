package uk.nhs.estate.probe.http;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Crawl;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.page.Markup;
import uk.nhs.estate.observation.text.RobotsTxt;
import uk.nhs.estate.observation.text.Sitemap;
import uk.nhs.estate.observation.text.WebAddress;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.probe.net.ScannerSettings;

/// Walks over some pages of a site besides its first one, as politely as its owner asks.
///
/// Only pages of the same host over https are visited, one after the other with a pause between,
/// and none that `robots.txt` forbids. A site that turns us away or fails is left in peace.
final class Crawler {
  private static final int MOST_SITEMAPS = 4;
  private static final int MOST_FAILURES = 3;

  /// However many pages `robots.txt` forbids, so many are held against it.
  private static final int MOST_FORBIDDEN = 200;

  private static final Set<Integer> TURNED_AWAY = Set.of(429, 503);

  /// How requests are made, of which none follows a redirect that leads elsewhere than it may.
  interface Asker {
    /// Asks for a page; the visit ends where a redirect is not followed.
    ///
    /// @param most how long it may take
    Visit page(WebAddress address, Predicate<WebAddress> follows, Duration most);

    /// Asks for a file, of which as much comes as is read.
    Visit file(WebAddress address, Predicate<WebAddress> follows, Duration most);
  }

  /// How time passes.
  interface Pace {
    /// Lets time pass between two requests.
    ///
    /// @throws InterruptedIOException when the look ends instead
    void rest(Duration pause) throws InterruptedIOException;

    long nanos();

    /// As it passes for everybody; the end of all looks ends a pause.
    static Pace of(Dialler dialler) {
      return new Pace() {
        @Override
        public void rest(Duration pause) throws InterruptedIOException {
          dialler.rest(pause);
        }

        @Override
        public long nanos() {
          return System.nanoTime();
        }
      };
    }
  }

  /// How far a crawl goes.
  ///
  /// @param pages how many pages are asked for
  /// @param levels how many links away from the first they may be
  /// @param pause between two requests; a longer one that the owner asks for counts
  /// @param whole how long all of it may take
  /// @param fileOctets how much of a sitemap is read
  record Limits(int pages, int levels, Duration pause, Duration whole, int fileOctets) {

    /// How many slow visits there is time for, besides the pauses.
    private static final int VISITS = 3;

    private static final Duration LONGEST = Duration.ofMinutes(10);

    static Limits of(ScannerSettings settings) {
      var web = settings.web();
      var whole =
          web.crawlPause()
              .multipliedBy(web.crawlPages() + MOST_SITEMAPS)
              .plus(settings.limits().visit().multipliedBy(VISITS));
      return new Limits(
          web.crawlPages(),
          web.crawlLevels(),
          web.crawlPause(),
          whole.compareTo(LONGEST) < 0 ? whole : LONGEST,
          web.pageBytes());
    }
  }

  private final Limits limits;
  private final String userAgent;
  private final Asker asker;
  private final Pace pace;

  Crawler(Limits limits, String userAgent, Asker asker, Pace pace) {
    this.limits = limits;
    this.userAgent = userAgent;
    this.asker = asker;
    this.pace = pace;
  }

  /// Walks on from what was seen of a site's first page; nowhere if it has none of its own.
  Optional<Crawl> from(HttpFacts site) {
    if (limits.pages() > 0
        && site.page() instanceof HttpFacts.Page.Shown(var hop, var way)
        && hop.status() < 400
        && WebAddress.parse(hop.url()).orElse(null) instanceof WebAddress home) {
      return Optional.of(new Walk(home, way).from(site));
    }
    return Optional.empty();
  }

  /// One walk.
  private final class Walk {
    private final WebAddress home;
    private final long end = pace.nanos() + limits.whole().toNanos();
    private final Frontier frontier = new Frontier();
    private final List<Visit> pages = new ArrayList<>();
    private RobotsTxt.Group rules = RobotsTxt.none().of(userAgent);
    private Duration pause = limits.pause();
    private int asked = 0;
    private int failures = 0;
    private @Nullable Obstacle ended;

    Walk(WebAddress home, List<Hop> way) {
      this.home = home;
      frontier.visited(home);
      way.forEach(hop -> WebAddress.parse(hop.url()).ifPresent(frontier::visited));
    }

    Crawl from(HttpFacts site) {
      switch (RobotsAnswer.of(site.robots())) {
        case RobotsAnswer.Unreachable(var obstacle) -> ended = obstacle;
        case RobotsAnswer.Rules(var file) -> {
          rules = file.of(userAgent);
          pause = rules.delay().filter(own -> own.compareTo(pause) > 0).orElse(pause);
          takeLinks(site.secure(), 0);
          if (frontier.size() < limits.pages()) {
            takeSitemaps(file.sitemaps());
          }
          walk();
        }
      }
      return new Crawl(pages, frontier.size(), ended);
    }

    private void walk() {
      int forbidden = 0;
      while (asked < limits.pages() && ended == null && forbidden < MOST_FORBIDDEN) {
        var next = frontier.next();
        if (next.isEmpty()) {
          break;
        }
        if (mayVisit(next.get().address())) {
          visit(next.get());
        } else {
          forbidden++;
        }
      }
      if (asked == 0 && forbidden > 0 && ended == null) {
        ended = new Obstacle(Obstacle.Kind.BLOCKED, "robots.txt forbids it");
      }
    }

    private void visit(Frontier.Known known) {
      if (!isRested()) {
        frontier.back(known);
        return;
      }
      asked++;
      var visit = asker.page(known.address(), this::mayFollow, left());
      judge(visit);
      if (isPage(visit)) {
        pages.add(visit);
        takeLinks(visit, known.level());
      }
    }

    /// A redirect on the site itself to what was not visited yet.
    private boolean mayFollow(WebAddress address) {
      return isOwn(address) && mayVisit(address) && frontier.visited(address);
    }

    private boolean isOwn(WebAddress address) {
      return address.scheme().equals("https")
          && address.host().equals(home.host())
          && address.port() == home.port();
    }

    private boolean mayVisit(WebAddress address) {
      var query = address.query();
      return RobotsTxt.allows(rules, query == null ? address.path() : address.path() + "?" + query);
    }

    private Duration left() {
      return Duration.ofNanos(end - pace.nanos());
    }

    /// Pauses, if there is time for it.
    private boolean isRested() {
      if (left().compareTo(pause) <= 0) {
        ended = new Obstacle(Obstacle.Kind.TIMED_OUT, "the time for a crawl is up");
        return false;
      }
      try {
        pace.rest(pause);
        return true;
      } catch (InterruptedIOException e) {
        ended = new Obstacle(Obstacle.Kind.SCANNER_FAULT, "the scanner is stopping");
        return false;
      }
    }

    /// What an answer says of whether we should go on.
    private void judge(Visit visit) {
      int status = visit.hops().isEmpty() ? 0 : visit.hops().getLast().status();
      var obstacle = obstacle(visit, status);
      failures = obstacle == null || !obstacle.kind().mayPass() ? 0 : failures + 1;
      boolean stops =
          TURNED_AWAY.contains(status)
              || obstacle != null && obstacle.kind() == Obstacle.Kind.SCANNER_FAULT
              || failures >= MOST_FAILURES;
      ended = stops ? obstacle : ended;
    }

    private @Nullable Obstacle obstacle(Visit visit, int status) {
      return switch (visit.end()) {
        case Visit.Answered _ when TURNED_AWAY.contains(status) ->
            new Obstacle(Obstacle.Kind.BLOCKED, "HTTP status " + status);
        case Visit.Answered _ when status >= 500 ->
            new Obstacle(Obstacle.Kind.SERVER_FAILED, "HTTP status " + status);
        case Visit.Answered _ -> null;
        case Visit.Obstructed(var obstacle) -> obstacle;
        case Visit.NobodyListens _ -> new Obstacle(Obstacle.Kind.CONNECTION_REFUSED);
        case Visit.Endless _ ->
            new Obstacle(Obstacle.Kind.PROTOCOL_ERROR, "its redirects never end");
      };
    }

    private static boolean isPage(Visit visit) {
      if (!(visit.end() instanceof Visit.Answered)) {
        return false;
      }
      int status = visit.hops().getLast().status();
      return status >= 200 && status < 300 && HttpFacts.markup(visit).isPresent();
    }

    /// Takes note of where the page at the end of a visit leads, if that is not too far.
    private void takeLinks(Visit visit, int level) {
      var markup = HttpFacts.markup(visit);
      if (level < limits.levels()
          && markup.isPresent()
          && mayFollowFrom(markup.get(), visit.hops().getLast())) {
        for (var link : markup.get().links()) {
          if (!link.nofollow()) {
            markup
                .get()
                .resolve(link.href())
                .filter(this::isOwn)
                .ifPresent(address -> frontier.add(address, link.text(), level + 1));
          }
        }
      }
    }

    /// Whether a page as a whole does not ask crawlers to follow none of its links.
    private static boolean mayFollowFrom(Markup markup, Hop hop) {
      var said = new ArrayList<>(hop.values("X-Robots-Tag"));
      markup.metas().stream()
          .filter(meta -> meta.name().equals("robots"))
          .forEach(meta -> said.add(meta.content()));
      return said.stream()
          .flatMap(text -> List.of(text.toLowerCase(Locale.ROOT).split("[,\\s]")).stream())
          .noneMatch(word -> word.equals("nofollow") || word.equals("none"));
    }

    /// Takes note of the pages in sitemaps, and in those that these list.
    private void takeSitemaps(List<String> named) {
      Deque<WebAddress> waiting = new ArrayDeque<>();
      Set<WebAddress> known = new HashSet<>();
      (named.isEmpty() ? List.of("/sitemap.xml") : named)
          .forEach(text -> take(text, waiting, known));
      int first = waiting.size();
      for (int read = 0; read < MOST_SITEMAPS && !waiting.isEmpty() && ended == null; read++) {
        var address = waiting.removeFirst();
        if (!mayVisit(address) || !isRested()) {
          continue;
        }
        var visit = asker.file(address, next -> isOwn(next) && mayVisit(next), left());
        judge(visit);
        if (visit.body() != null) {
          var sitemap = Sitemap.read(visit.body().bytes(), limits.fileOctets());
          boolean isNamed = read < first; // an index of indexes ends there
          for (var location : sitemap.locations()) {
            if (!sitemap.isIndex()) {
              home.resolve(location)
                  .filter(this::isOwn)
                  .ifPresent(page -> frontier.add(page, "", 1));
            } else if (isNamed) {
              take(location, waiting, known);
            }
          }
        }
      }
    }

    private void take(String text, Deque<WebAddress> waiting, Set<WebAddress> known) {
      home.resolve(text)
          .filter(address -> isOwn(address) && known.size() < MOST_SITEMAPS && known.add(address))
          .ifPresent(waiting::addLast);
    }
  }
}
