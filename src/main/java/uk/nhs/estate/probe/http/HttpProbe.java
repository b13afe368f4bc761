package uk.nhs.estate.probe.http;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.CrossOrigin;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Sibling;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.text.RobotsTxt;
import uk.nhs.estate.observation.text.WebAddress;
import uk.nhs.estate.probe.net.Addresses;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.probe.net.Errand;
import uk.nhs.estate.probe.net.Handshake;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.probe.net.Tour;
import uk.nhs.estate.probe.net.Visitor;
import uk.nhs.estate.probe.net.Wanted;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.register.ScanLevel;

/// Visits a site as a browser does, over HTTP and HTTPS, and asks for the files that are at the
/// same place everywhere.
///
/// The ordinary look makes six requests, redirects not counted: the page over HTTP and over HTTPS,
/// the page again and a preflight as the script of another origin, `robots.txt` and `security.txt`.
/// What the first answers call for comes on top, and so does a crawl, if the settings want one.
public final class HttpProbe {
  private static final String PAGES = "text/html,*/*;q=0.9";
  private static final String FILES = "*/*";
  private static final int MOST_OF_A_SIGN = 16 * 1024;

  /// A page of a crawl is one of many: of a long one the beginning does.
  private static final int MOST_OF_A_CRAWLED_PAGE = 512 * 1024;

  /// How many times as long as one visit a whole look may take.
  private static final int VISITS = 3;

  private final Visitor visitor;
  private final Duration time;
  private final Strangers strangers;
  private final Errand forHead;
  private final Errand forSign;
  private final Errand forPage;
  private final Errand forFile;
  private final Errand forRobots;
  private final Errand forCrawledPage;
  private final Errand forSitemap;
  private final Crawler.Limits crawling;
  private final Crawler.Pace pace;
  private final String userAgent;
  private final Function<String, AddressFacts> names;
  private final InstantSource clock;

  /// @param names asks the DNS for the addresses of a host to which a redirect leads
  public HttpProbe(
      ScannerSettings settings,
      Dialler dialler,
      Function<String, AddressFacts> names,
      InstantSource clock) {
    this.visitor = new Visitor(settings, dialler, new Handshake());
    this.time = settings.limits().visit().multipliedBy(VISITS);
    int hops = settings.limits().hops();
    int octets = settings.limits().bodyBytes();
    this.forHead = new Errand(PAGES, Wanted.NOTHING, 0, hops).whichMayComePacked();
    this.forSign =
        new Errand(PAGES, Wanted.PAGE, Math.min(octets, MOST_OF_A_SIGN), hops).whichMayComePacked();
    this.forPage =
        new Errand(PAGES, Wanted.PAGE, settings.web().pageBytes(), hops).whichMayComePacked();
    this.strangers = new Strangers(forHead, forPage);
    this.forFile = new Errand(PAGES, Wanted.FILE, octets, hops).whichMayComePacked();
    this.forRobots =
        new Errand(PAGES, Wanted.FILE, RobotsTxt.MOST_OCTETS, RobotsAnswer.HOPS)
            .whichMayComePacked();
    int crawled = Math.min(settings.web().pageBytes(), MOST_OF_A_CRAWLED_PAGE);
    this.forCrawledPage = new Errand(PAGES, Wanted.PAGE, crawled, hops).whichMayComePacked();
    this.forSitemap =
        new Errand(FILES, Wanted.FILE, settings.web().pageBytes(), hops).whichMayComePacked();
    this.crawling = Crawler.Limits.of(settings);
    this.pace = Crawler.Pace.of(dialler);
    this.userAgent = settings.userAgent();
    this.names = names;
    this.clock = clock;
  }

  /// The ordinary look.
  public Sighting look(String host, Addresses addresses, List<String> sought) {
    return look(host, addresses, sought, ScanLevel.ORDINARY);
  }

  /// Makes all visits that a level allows, from [ScanLevel#ORDINARY] on.
  ///
  /// @param sought the texts that are looked for in its pages
  public Sighting look(String host, Addresses addresses, List<String> sought, ScanLevel level) {
    var site = visits(host, addresses, sought, level);
    var asker = new Asker(visitor, where(host, addresses), forCrawledPage, forSitemap);
    var crawl = new Crawler(crawling, userAgent, asker, pace).from(site);
    return sighting(crawl.map(site::with).orElse(site));
  }

  private HttpFacts visits(String host, Addresses addresses, List<String> sought, ScanLevel level) {
    var when = clock.instant();
    try (var tour = tour(host, addresses)) {
      var secure = tour.visit(url("https", host, "/"), forPage);
      boolean reached = !secure.hops().isEmpty();
      var plain =
          tour.visit(
              url("http", host, "/"), !reached ? forPage : sought.isEmpty() ? forHead : forSign);
      var crossOrigin =
          secure.end() instanceof Visit.Answered
              ? strangers.ask(tour, host, addresses, secure, level)
              : List.<CrossOrigin>of();
      var txt = url("https", host, "/.well-known/security.txt");
      var securityTxt =
          reached
              ? tour.visit(txt, forFile)
              : new Visit(
                  txt.toString(), List.of(), secure.end(), null); // the same would come of it
      var robots =
          reached || !plain.hops().isEmpty()
              ? tour.visit(url(reached ? "https" : "http", host, "/robots.txt"), forRobots)
              : null;
      return new HttpFacts(
          when,
          host,
          plain,
          secure,
          securityTxt,
          sought,
          crossOrigin,
          robots,
          sibling(tour, host).orElse(null),
          null);
    }
  }

  /// Makes one visit only, to the page that most visitors see.
  ///
  /// @param sought as for [#look]
  public Sighting glance(String host, Addresses addresses, List<String> sought) {
    var when = clock.instant();
    try (var tour = tour(host, addresses)) {
      return sighting(
          new HttpFacts(
              when,
              host,
              notMade(url("http", host, "/")),
              tour.visit(url("https", host, "/"), forPage),
              notMade(url("https", host, "/.well-known/security.txt")),
              sought,
              List.of(),
              null,
              null,
              null));
    }
  }

  /// Each request of a crawl has lines of its own: one that is kept over the pauses would keep
  /// others from the address.
  private record Asker(Visitor visitor, Function<String, Addresses> where, Errand page, Errand file)
      implements Crawler.Asker {

    @Override
    public Visit page(WebAddress address, Predicate<WebAddress> follows, Duration most) {
      return ask(address, page, follows, most);
    }

    @Override
    public Visit file(WebAddress address, Predicate<WebAddress> follows, Duration most) {
      return ask(address, file, follows, most);
    }

    private Visit ask(
        WebAddress address, Errand errand, Predicate<WebAddress> follows, Duration most) {
      try (var tour = visitor.tour(where, most)) {
        return tour.visit(
            HttpUrl.get(address.toString()),
            errand.following(
                next -> WebAddress.parse(next.toString()).filter(follows).isPresent()));
      }
    }
  }

  private Tour tour(String host, Addresses addresses) {
    return visitor.tour(where(host, addresses), time);
  }

  private Optional<Sibling> sibling(Tour tour, String host) {
    return siblingOf(host)
        .map(
            other -> {
              var errand = forHead.following(next -> !next.host().equals(host));
              return new Sibling(
                  other,
                  tour.visit(url("http", other, "/"), errand),
                  tour.visit(url("https", other, "/"), errand));
            });
  }

  /// The other name that people type for a site.
  private static Optional<String> siblingOf(String host) {
    if (host.startsWith("www.")) {
      return Optional.of(host.substring(4)).filter(rest -> rest.indexOf('.') > 0);
    }
    return PublicSuffixes.bundled()
        .registrable(new DomainName(host))
        .filter(registered -> registered.ascii().equals(host))
        .map(_ -> "www." + host);
  }

  private static Visit notMade(HttpUrl url) {
    var end = new Visit.Obstructed(new Obstacle(Obstacle.Kind.SCAN_LEVEL));
    return new Visit(url.toString(), List.of(), end, null);
  }

  /// Facts, unless obstacles hid everything.
  private static Sighting sighting(HttpFacts facts) {
    boolean hidden =
        Stream.of(facts.plain(), facts.secure(), facts.securityTxt())
            .allMatch(v -> v.hops().isEmpty() && v.end() instanceof Visit.Obstructed);
    return hidden && facts.secure().end() instanceof Visit.Obstructed(var obstacle)
        ? new Sighting.Unseen(Topic.HTTP, obstacle)
        : new Sighting.Seen(Topic.HTTP, facts);
  }

  private static HttpUrl url(String scheme, String host, String path) {
    return new HttpUrl.Builder().scheme(scheme).host(host).encodedPath(path).build();
  }

  /// The site itself is visited at the addresses that its look has seen, whatever the DNS says now.
  private Function<String, Addresses> where(String host, Addresses addresses) {
    return other -> other.equals(host) ? addresses : Addresses.of(other, names);
  }
}
