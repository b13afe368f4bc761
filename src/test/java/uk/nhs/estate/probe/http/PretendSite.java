package uk.nhs.estate.probe.http;

import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Crawl;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.text.WebAddress;
import uk.nhs.estate.sample.Visits;

/// A site for crawls, in memory and with a time of its own.
final class PretendSite implements Crawler.Asker, Crawler.Pace {
  static final String HOST = "www.walk.test";
  static final String AT = "https://" + HOST;
  private static final int MOST_HOPS = 10;
  private static final int MOST_OF_A_PAGE = 512 * 1024;

  /// What was asked for, in order, and the pauses before.
  final List<String> asked = new ArrayList<>();

  final List<Duration> pauses = new ArrayList<>();
  private final Map<String, Hop> answers = new HashMap<>();
  private final Map<String, byte[]> contents = new HashMap<>();
  private Duration slowness = Duration.ZERO;
  private int restsUntilTheEnd = Integer.MAX_VALUE;
  private long nanos = 0;
  private Visit robots = Visits.answered(Visits.hop(AT + "/robots.txt", 404));

  /// A page that leads to others.
  PretendSite page(String path, String... links) {
    return html(
        path,
        Stream.of(links)
            .map("<a href=\"%s\">there</a>"::formatted)
            .collect(Collectors.joining("\n", "<title>" + path + "</title>", "")));
  }

  PretendSite html(String path, String html, String... header) {
    var fields = Stream.concat(Stream.of("Content-Type: text/html"), Stream.of(header));
    return answer(path, 200, bytes(html), fields.toArray(String[]::new));
  }

  PretendSite sitemap(String path, String xml) {
    return sitemap(path, bytes(xml));
  }

  PretendSite sitemap(String path, byte[] content) {
    return answer(path, 200, content, "Content-Type: application/xml");
  }

  PretendSite status(String path, int status) {
    return answer(path, status, bytes("<p>no"), "Content-Type: text/html");
  }

  PretendSite redirect(String path, String location) {
    return answer(path, 302, new byte[0], "Location: " + location);
  }

  private PretendSite answer(String path, int status, byte[] content, String... header) {
    answers.put(path, Visits.hop(AT + path, status, header));
    contents.put(path, content);
    return this;
  }

  PretendSite robots(String text) {
    return robots(Visits.answered(text, Visits.hop(AT + "/robots.txt", 200)));
  }

  PretendSite robots(Visit visit) {
    robots = visit;
    return this;
  }

  /// Each answer takes its time.
  PretendSite slow(Duration each) {
    slowness = each;
    return this;
  }

  /// The scanner stops after so many pauses.
  PretendSite stopsAfter(int rests) {
    restsUntilTheEnd = rests;
    return this;
  }

  /// Crawls all of it.
  Crawl crawl(int pages, int levels) {
    return crawl(pages, levels, Duration.ofSeconds(1));
  }

  Crawl crawl(int pages, int levels, Duration pause) {
    var limits = new Crawler.Limits(pages, levels, pause, Duration.ofMinutes(1), 1 << 20);
    return new Crawler(limits, "NHS-web-estate/0.1", this, this).from(facts()).orElseThrow();
  }

  HttpFacts facts() {
    var home = visit(WebAddress.parse(AT + "/").orElseThrow(), _ -> true);
    asked.clear();
    return new HttpFacts(
        Instant.EPOCH,
        HOST,
        Visits.nobodyListens("http://" + HOST + "/"),
        home,
        Visits.nobodyListens(AT + "/.well-known/security.txt"),
        List.of(),
        List.of(),
        robots,
        null,
        null);
  }

  /// What was asked for besides sitemaps, in order.
  List<String> pagesAsked() {
    return asked.stream().filter(path -> !path.contains(".xml")).toList();
  }

  /// What was visited, without the host.
  static List<String> paths(Crawl crawl) {
    return crawl.pages().stream().map(page -> page.url().substring(AT.length())).toList();
  }

  @Override
  public Visit page(WebAddress address, Predicate<WebAddress> follows, Duration most) {
    var visit = visit(address, follows);
    return visit.body() == null || visit.body().size() <= MOST_OF_A_PAGE
        ? visit
        : new Visit(
            visit.url(),
            visit.hops(),
            visit.end(),
            new Part(Arrays.copyOf(visit.body().bytes(), MOST_OF_A_PAGE)),
            true);
  }

  @Override
  public Visit file(WebAddress address, Predicate<WebAddress> follows, Duration most) {
    return visit(address, follows);
  }

  private Visit visit(WebAddress start, Predicate<WebAddress> follows) {
    nanos += slowness.toNanos();
    var hops = new ArrayList<Hop>();
    WebAddress at = start;
    while (hops.size() < MOST_HOPS) {
      var path = at.toString().substring(AT.length());
      asked.add(path);
      var hop = answers.get(path);
      if (hop == null) {
        hops.add(Visits.hop(at.toString(), 404, "Content-Type: text/html"));
        return visit(start, hops, null);
      }
      if (hop.status() == 0) {
        return Visits.obstructed(start.toString());
      }
      hops.add(hop);
      var next = hop.values("Location").stream().findFirst().flatMap(at::resolve);
      if (next.isEmpty() || !follows.test(next.get())) {
        return visit(start, hops, new Part(Objects.requireNonNull(contents.get(path))));
      }
      at = next.get();
    }
    return new Visit(start.toString(), hops, new Visit.Endless(), null);
  }

  private static Visit visit(WebAddress start, List<Hop> hops, @Nullable Part body) {
    return new Visit(start.toString(), hops, new Visit.Answered(), body);
  }

  @Override
  public void rest(Duration pause) throws InterruptedIOException {
    if (pauses.size() >= restsUntilTheEnd) {
      throw new InterruptedIOException("stopping");
    }
    pauses.add(pause);
    nanos += pause.toNanos();
  }

  @Override
  public long nanos() {
    return nanos;
  }

  static Visit obstructed(Obstacle.Kind kind) {
    return new Visit(
        AT + "/robots.txt", List.of(), new Visit.Obstructed(new Obstacle(kind, "x")), null);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
