package uk.nhs.estate.probe.http;

import java.net.Inet4Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import uk.nhs.estate.observation.CrossOrigin;
import uk.nhs.estate.observation.CrossOrigin.Kind;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.probe.net.Addresses;
import uk.nhs.estate.probe.net.Errand;
import uk.nhs.estate.probe.net.Tour;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.PublicSuffixes;
import uk.nhs.estate.register.ScanLevel;

/// Asks for a site's page as the scripts of other origins would, of more than one where the answers
/// show that it matters which.
///
/// Nothing is ever sent to those origins: they are only named.
final class Strangers {
  /// Nobody has a name under `.invalid` (RFC 6761 §6.4).
  private static final String NOBODY = "https://cross-origin.invalid";

  private final Errand forHead;
  private final Errand forPage;

  Strangers(Errand forHead, Errand forPage) {
    this.forHead = forHead;
    this.forPage = forPage;
  }

  /// An origin, and what kind of stranger it makes of who asks.
  private record Stranger(Kind kind, String origin) {}

  /// Asks for the page as scripts of other origins would.
  ///
  /// @param secure the visit to the page over HTTPS, which was answered
  List<CrossOrigin> ask(
      Tour tour, String host, Addresses addresses, Visit secure, ScanLevel level) {
    var last = secure.hops().getLast();
    boolean own = last.isHttps() && last.host().equals(host);
    var hop = own ? last : secure.hops().getFirst();
    var page = HttpUrl.get(hop.url());
    var asked = new ArrayList<CrossOrigin>();
    asked.add(again(tour, page, otherKind(addresses, hop)));
    asked.add(preflight(tour, page));
    if (level.allows(ScanLevel.THOROUGH) || mayBeLetIn(secure, asked)) {
      for (var stranger : alike(new DomainName(host))) {
        asked.add(get(tour, page, stranger.kind(), stranger.origin()));
      }
    }
    return asked;
  }

  private CrossOrigin preflight(Tour tour, HttpUrl page) {
    var errand =
        forHead
            .asking(
                "OPTIONS",
                new Hop.Field("Origin", NOBODY),
                new Hop.Field("Access-Control-Request-Method", "GET"))
            .following(_ -> false);
    return new CrossOrigin(Kind.STRANGER, NOBODY, "OPTIONS", tour.visit(page, errand));
  }

  /// A second look at the page, from the other side if there is one and it can be reached.
  private CrossOrigin again(Tour tour, HttpUrl page, Optional<Addresses> otherKind) {
    var errand = from(NOBODY, forPage);
    return otherKind
        .map(there -> tour.visit(page, _ -> there, errand))
        .filter(visit -> !visit.hops().isEmpty())
        .map(Strangers::stranger)
        .orElseGet(() -> stranger(tour.visit(page, errand)));
  }

  private static CrossOrigin stranger(Visit visit) {
    return new CrossOrigin(Kind.STRANGER, NOBODY, "GET", visit);
  }

  private CrossOrigin get(Tour tour, HttpUrl page, Kind kind, String origin) {
    return new CrossOrigin(kind, origin, "GET", tour.visit(page, from(origin, forHead)));
  }

  private static Errand from(String origin, Errand errand) {
    return errand.asking("GET", new Hop.Field("Origin", origin)).following(_ -> false);
  }

  /// The addresses of the kind, IPv4 or IPv6, of which the one that answered is not.
  private static Optional<Addresses> otherKind(Addresses addresses, Hop hop) {
    if (!(addresses instanceof Addresses.Known(var all, var complete))) {
      return Optional.empty();
    }
    boolean v6 = hop.endpoint().address().indexOf(':') >= 0;
    var others = all.stream().filter(address -> address instanceof Inet4Address == v6).toList();
    return others.isEmpty()
        ? Optional.empty()
        : Optional.of(new Addresses.Known(others, complete));
  }

  /// Those that sites let in by mistake.
  private static List<Stranger> alike(DomainName host) {
    var name = host.ascii();
    var registered = PublicSuffixes.bundled().registrable(host).map(DomainName::ascii).orElse(name);
    return List.of(
        new Stranger(Kind.OPAQUE, "null"),
        new Stranger(Kind.ENDS_ALIKE, "https://not" + registered),
        new Stranger(Kind.BEGINS_ALIKE, "https://" + name + ".cross-origin.invalid"),
        new Stranger(Kind.SUBDOMAIN, "https://cross-origin." + registered));
  }

  /// Whether answers show that other origins may be let in, depending on which.
  private static boolean mayBeLetIn(Visit page, List<CrossOrigin> asked) {
    return Stream.concat(Stream.of(page), asked.stream().map(CrossOrigin::visit))
        .flatMap(visit -> visit.hops().stream())
        .flatMap(hop -> hop.fields().stream())
        .anyMatch(Strangers::speaksOfOrigins);
  }

  private static boolean speaksOfOrigins(Hop.Field field) {
    var name = field.name().toLowerCase(Locale.ROOT);
    return name.startsWith("access-control-allow-")
        || (name.equals("vary") && field.value().toLowerCase(Locale.ROOT).contains("origin"));
  }
}
