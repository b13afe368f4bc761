package uk.nhs.estate.probe.http;

import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.probe.net.Addresses;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.probe.net.Errand;
import uk.nhs.estate.probe.net.Handshake;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.probe.net.Visitor;
import uk.nhs.estate.probe.net.Wanted;

/// Visits a site over HTTP and HTTPS, and asks for its security.txt.
public final class HttpProbe {
  private static final String PAGES = "text/html,*/*;q=0.9";
  private static final int MOST_OF_A_PAGE = 16 * 1024;

  private final Visitor visitor;
  private final Errand forHead;
  private final Errand forPage;
  private final Errand forFile;
  private final Function<String, AddressFacts> names;
  private final InstantSource clock;

  /// @param names asks the DNS for the addresses of a host to which a redirect leads
  public HttpProbe(
      ScannerSettings settings,
      Dialler dialler,
      Function<String, AddressFacts> names,
      InstantSource clock) {
    this.visitor = new Visitor(settings, dialler, new Handshake());
    int hops = settings.limits().hops();
    int octets = settings.limits().bodyBytes();
    this.forHead = new Errand(PAGES, Wanted.NOTHING, 0, hops);
    this.forPage = new Errand(PAGES, Wanted.PAGE, Math.min(octets, MOST_OF_A_PAGE), hops);
    this.forFile = new Errand(PAGES, Wanted.FILE, octets, hops);
    this.names = names;
    this.clock = clock;
  }

  /// Makes all visits.
  ///
  /// @param sought the texts that are looked for in its pages, which are kept only if there are any
  public Sighting look(String host, Addresses addresses, List<String> sought) {
    var when = clock.instant();
    var wanted = wanted(sought);
    var plain = visitor.visit(url("http", host, "/"), where(host, addresses), wanted);
    var secure = visitor.visit(url("https", host, "/"), where(host, addresses), wanted);
    var txt = url("https", host, "/.well-known/security.txt");
    var securityTxt =
        secure.hops().isEmpty()
            ? new Visit(txt.toString(), List.of(), secure.end(), null) // the same would come of it
            : visitor.visit(txt, where(host, addresses), forFile);
    return sighting(
        new HttpFacts(when, host, plain, secure, securityTxt, sought, List.of(), null, null, null));
  }

  /// Makes one visit only, to the page that most visitors see.
  ///
  /// @param sought as for [#look]
  public Sighting glance(String host, Addresses addresses, List<String> sought) {
    var when = clock.instant();
    var secure = visitor.visit(url("https", host, "/"), where(host, addresses), wanted(sought));
    return sighting(
        new HttpFacts(
            when,
            host,
            notMade(url("http", host, "/")),
            secure,
            notMade(url("https", host, "/.well-known/security.txt")),
            sought,
            List.of(),
            null,
            null,
            null));
  }

  private Errand wanted(List<String> sought) {
    return sought.isEmpty() ? forHead : forPage;
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
