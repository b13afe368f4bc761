package uk.nhs.estate.observation.posture;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uk.nhs.estate.observation.Crawl;
import uk.nhs.estate.observation.CrossOrigin;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.HttpFacts.Page;
import uk.nhs.estate.observation.Sibling;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.text.SecurityTxt;
import uk.nhs.estate.observation.text.SetCookie;

/// Says what was seen of a site over HTTP: where visits lead, what the page's header says to
/// browsers, its cookies without their values, whom it lets read it, and what it says of itself.
public final class WebWords {
  private static final int MOST_COOKIES = 50;
  private static final String SET_COOKIE = "Set-Cookie";

  /// What tells browsers how far to trust a page, in the order in which people look for it.
  private static final List<String> ASKED_OF_EVERY_PAGE =
      List.of(
          "Strict-Transport-Security",
          "Content-Security-Policy",
          "X-Content-Type-Options",
          "X-Frame-Options",
          "Referrer-Policy",
          "Permissions-Policy",
          "Cross-Origin-Opener-Policy",
          "Cross-Origin-Embedder-Policy",
          "Cross-Origin-Resource-Policy");

  private static final Set<String> ALSO_TELLING =
      Set.of(
          "content-security-policy-report-only",
          "cross-origin-opener-policy-report-only",
          "cross-origin-embedder-policy-report-only",
          "content-type",
          "cache-control",
          "clear-site-data",
          "access-control-allow-origin",
          "access-control-allow-credentials",
          "x-xss-protection",
          "expect-ct",
          "public-key-pins",
          "feature-policy",
          "x-permitted-cross-domain-policies",
          "server",
          "x-powered-by",
          "x-aspnet-version",
          "x-aspnetmvc-version",
          "x-generator");

  private WebWords() {}

  /// All of it, what matters most first.
  public static List<Block> of(HttpFacts http) {
    var blocks = new ArrayList<Block>();
    blocks.add(visit(http.plain()));
    blocks.add(visit(http.secure()));
    blocks.add(header(http));
    cookies(http).ifPresent(blocks::add);
    HttpFacts.markup(http.secure())
        .map(page -> PageWords.of(page, http.host()))
        .ifPresent(blocks::add);
    origins(http.crossOrigin()).ifPresent(blocks::add);
    if (http.sibling() instanceof Sibling sibling) {
      blocks.add(sibling(sibling));
    }
    blocks.add(besides(http));
    return blocks;
  }

  /// A field line as it was sent; of a cookie without its value, which lets in whoever has it.
  public static Hop.Field shown(Hop.Field field) {
    if (!field.name().equalsIgnoreCase(SET_COOKIE)) {
      return field;
    }
    var sent = field.value();
    int end = sent.indexOf(';');
    int equals = sent.indexOf('=');
    boolean named = equals >= 0 && (end < 0 || equals < end);
    return new Hop.Field(
        field.name(),
        (named ? sent.substring(0, equals + 1) : "")
            + "(not shown)"
            + (end < 0 ? "" : sent.substring(end)));
  }

  /// How a visit ended.
  public static String end(Visit visit) {
    return switch (visit.end()) {
      case Visit.Answered _ -> "Answered with status " + visit.hops().getLast().status();
      case Visit.Endless _ -> "Its redirects never end";
      case Visit.NobodyListens _ -> "Nobody answers on this port";
      case Visit.Obstructed(var obstacle) -> "Could not see the rest: " + obstacle.words();
    };
  }

  private static Block visit(Visit visit) {
    var pairs = new ArrayList<Block.Pair>();
    int number = 0;
    for (var hop : visit.hops()) {
      number++;
      var lines = new ArrayList<String>();
      lines.add(hop.status() + " from " + hop.url());
      hop.values("Location").stream().findFirst().ifPresent(to -> lines.add("Leads to " + to));
      lines.add(
          Stream.of(hop.endpoint().toString(), hop.http(), hop.tls(), hop.milliseconds() + " ms")
              .filter(Objects::nonNull)
              .reduce((one, other) -> one + ", " + other)
              .orElse(""));
      pairs.add(new Block.Pair("Answer " + number, lines));
    }
    pairs.add(new Block.Pair("How it ended", end(visit)));
    return new Block.Pairs("Visit to " + visit.url(), pairs);
  }

  private static Block header(HttpFacts http) {
    var title = "What the page's header says to browsers";
    return switch (http.page()) {
      case Page.Shown(var hop, _) -> new Block.Pairs(title, header(hop));
      case Page.NotServed(var reason) ->
          new Block.Pairs(title, List.of(new Block.Pair("No page of its own", reason)));
      case Page.Hidden(var obstacle) ->
          new Block.Pairs(title, List.of(new Block.Pair("Could not see it", obstacle.words())));
    };
  }

  private static List<Block.Pair> header(Hop page) {
    var pairs = new ArrayList<Block.Pair>();
    for (var name : ASKED_OF_EVERY_PAGE) {
      var values = page.values(name);
      if (!values.isEmpty()) {
        pairs.add(new Block.Pair(name, values));
      }
    }
    page.fields().stream()
        .filter(field -> ALSO_TELLING.contains(field.name().toLowerCase(Locale.ROOT)))
        .forEach(field -> pairs.add(new Block.Pair(field.name(), field.value())));
    var missing = ASKED_OF_EVERY_PAGE.stream().filter(name -> page.values(name).isEmpty()).toList();
    if (!missing.isEmpty()) {
      pairs.add(new Block.Pair("Not sent", missing));
    }
    return pairs;
  }

  private static Optional<Block> cookies(HttpFacts http) {
    var pairs =
        Stream.of(http.plain(), http.secure())
            .flatMap(visit -> visit.hops().stream())
            .flatMap(hop -> hop.values(SET_COOKIE).stream().map(value -> cookie(value, hop)))
            .distinct()
            .limit(MOST_COOKIES)
            .toList();
    return pairs.isEmpty() ? Optional.empty() : Optional.of(new Block.Pairs("Cookies", pairs));
  }

  private static Block.Pair cookie(String sent, Hop hop) {
    var from = " (set by " + hop.url() + ")";
    return SetCookie.parse(sent)
        .map(
            cookie ->
                new Block.Pair(
                    cookie.name().isEmpty() ? "Without a name" : cookie.name(),
                    attributes(cookie) + from))
        .orElseGet(() -> new Block.Pair("Unreadable", "browsers ignore it" + from));
  }

  private static String attributes(SetCookie cookie) {
    return cookie.attributes().stream()
        .map(one -> one.value().isEmpty() ? one.name() : one.name() + "=" + one.value())
        .reduce((one, other) -> one + "; " + other)
        .orElse("no attributes");
  }

  private static Optional<Block> origins(List<CrossOrigin> asked) {
    return asked.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Block.Pairs(
                "Whom it lets read it (CORS)", asked.stream().map(WebWords::origin).toList()));
  }

  private static Block.Pair origin(CrossOrigin one) {
    var who =
        switch (one.kind()) {
          case STRANGER -> "A stranger";
          case OPAQUE -> "No origin";
          case ENDS_ALIKE -> "A name that ends alike";
          case BEGINS_ALIKE -> "A name that begins alike";
          case SUBDOMAIN -> "A name below its domain";
        };
    return new Block.Pair(who, List.of(one.method() + " from " + one.origin(), answer(one)));
  }

  private static String answer(CrossOrigin one) {
    if (one.visit().hops().isEmpty()) {
      return end(one.visit());
    }
    var hop = one.visit().hops().getLast();
    var allowed = hop.values("Access-Control-Allow-Origin");
    return allowed.isEmpty()
        ? "Not let in"
        : "Access-Control-Allow-Origin: "
            + String.join(", ", allowed)
            + hop.values("Access-Control-Allow-Credentials").stream()
                .map(value -> "; Access-Control-Allow-Credentials: " + value)
                .reduce("", String::concat);
  }

  private static Block sibling(Sibling sibling) {
    return new Block.Pairs(
        "The other name that people type",
        List.of(
            new Block.Pair("http://" + sibling.host() + "/", way(sibling.plain())),
            new Block.Pair("https://" + sibling.host() + "/", way(sibling.secure()))));
  }

  private static List<String> way(Visit visit) {
    return Stream.concat(
            visit.hops().stream()
                .flatMap(hop -> hop.values("Location").stream().findFirst().stream())
                .map(to -> "Leads to " + to),
            Stream.of(end(visit)))
        .toList();
  }

  private static Block besides(HttpFacts http) {
    var pairs = new ArrayList<Block.Pair>();
    pairs.add(new Block.Pair("security.txt", securityTxt(http.securityTxt())));
    if (http.robots() instanceof Visit robots) {
      pairs.add(new Block.Pair("robots.txt", end(robots)));
    }
    if (http.crawl() instanceof Crawl crawl) {
      pairs.add(new Block.Pair("Other pages", crawl(crawl)));
    }
    return new Block.Pairs("What it says of itself", pairs);
  }

  private static List<String> securityTxt(Visit visit) {
    if (visit.body() == null || visit.hops().isEmpty() || visit.hops().getLast().status() != 200) {
      return List.of(end(visit));
    }
    var file = SecurityTxt.parse(visit.body().text());
    return Stream.concat(
            Stream.of(end(visit)),
            Stream.of("contact", "expires", "policy")
                .flatMap(name -> file.values(name).stream().map(value -> name + ": " + value)))
        .toList();
  }

  private static List<String> crawl(Crawl crawl) {
    var lines = new ArrayList<String>();
    lines.add(
        crawl.pages().size() + (crawl.pages().size() == 1 ? " was visited" : " were visited"));
    if (crawl.left() > 0) {
      lines.add(crawl.left() + " more were known and not visited");
    }
    if (crawl.ended() != null) {
      lines.add("It ended early: " + crawl.ended().words());
    }
    return lines;
  }
}
