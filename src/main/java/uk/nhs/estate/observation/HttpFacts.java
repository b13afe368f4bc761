package uk.nhs.estate.observation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// What a site answers to a visitor over HTTP and HTTPS.
///
/// @param host the site visited
/// @param plain the visit to `http://host/`
/// @param secure the visit to `https://host/`; trust in the certificate is not asked for
/// @param securityTxt the visit to `https://host/.well-known/security.txt` (RFC 9116 §3)
/// @param sought the texts for which the pages of `plain` and `secure` were kept: they tell whether
///     the site is an alias of a name that nobody has; empty for most sites, whose pages are not
///     kept
public record HttpFacts(
    Instant seenAt, String host, Visit plain, Visit secure, Visit securityTxt, List<String> sought)
    implements Facts {

  public HttpFacts {
    // what was kept before anything was sought does not have it
    sought = sought == null ? List.of() : List.copyOf(sought);
  }

  /// Those of a site whose pages are not kept.
  public HttpFacts(Instant seenAt, String host, Visit plain, Visit secure, Visit securityTxt) {
    this(seenAt, host, plain, secure, securityTxt, List.of());
  }

  @Override
  public HttpFacts seenAt(Instant when) {
    return new HttpFacts(when, host, plain, secure, securityTxt, sought);
  }

  @Override
  public HttpFacts steady() {
    return new HttpFacts(
        Instant.EPOCH, host, steady(plain), steady(secure), securityTxt.steady(), sought);
  }

  /// Of a page, only which of the texts occur: the rest may differ at every look.
  private Visit steady(Visit page) {
    var visit = page.steady();
    if (visit.body() == null) {
      return visit;
    }
    var text = visit.body().text();
    var found = sought.stream().filter(text::contains).collect(Collectors.joining("\n"));
    return new Visit(
        visit.url(), visit.hops(), visit.end(), new Part(found.getBytes(StandardCharsets.UTF_8)));
  }

  /// The page that a visitor to `https://host/` ends at, as far as it says something about this
  /// site.
  public Page page() {
    return switch (secure.end()) {
      case Visit.NobodyListens _ -> new Page.NotServed("nobody answers on the port for HTTPS");
      case Visit.Obstructed(var obstacle) -> new Page.Hidden(obstacle);
      case Visit.Endless _ -> new Page.NotServed("its redirects never end");
      case Visit.Answered _ -> page(secure.hops(), secure.hops().getLast());
    };
  }

  private Page page(List<Hop> hops, Hop last) {
    if (!last.host().equals(host)) {
      return new Page.NotServed("it only redirects, to " + last.host());
    }
    if (!last.isHttps()) {
      return new Page.NotServed("its visitors are sent back to http");
    }
    if (last.mayHideThePage()) {
      return new Page.Hidden(new Obstacle(Obstacle.Kind.BLOCKED, "HTTP status " + last.status()));
    }
    return new Page.Shown(last, hops);
  }

  /// What can be said of a site's own page.
  public sealed interface Page {
    /// A page of this site, over HTTPS.
    ///
    /// @param hop the answer that carries the page
    /// @param way every hop that led there, `hop` last
    record Shown(Hop hop, List<Hop> way) implements Page {}

    /// The site was seen not to serve a page of its own.
    record NotServed(String reason) implements Page {}

    /// It could not be seen.
    record Hidden(Obstacle obstacle) implements Page {}
  }
}
