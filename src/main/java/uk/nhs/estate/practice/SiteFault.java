package uk.nhs.estate.practice;

import java.time.Duration;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import uk.nhs.estate.practice.CertificateOrder.Chain;

/// Spoils one thing about a sound site.
interface SiteFault {

  PracticeSite in(PracticeSite site, Sound sound);

  static SiteFault none() {
    return (site, _) -> site;
  }

  static SiteFault certificate(UnaryOperator<CertificateOrder> change) {
    return (site, sound) ->
        site.https(https(site).identity(sound.ca().issue(change.apply(sound.order(site.host())))));
  }

  /// A certificate that ends so long after the start of the practice, or so long before it.
  static SiteFault certificateEnds(Duration later) {
    return (site, sound) ->
        certificate(order -> order.until(sound.now().plus(later))).in(site, sound);
  }

  static SiteFault certificateFor(String other) {
    return (site, sound) -> site.https(https(site).identity(sound.ca().issue(sound.order(other))));
  }

  /// Speaks TLS 1.2 alone, with cipher suites of its own.
  static SiteFault oldSuites(String... names) {
    return (site, _) -> {
      var https = https(site);
      return site.https(
          new Door.Https(https.tls().protocols("TLSv1.2").suites(names), https.routes()));
    };
  }

  /// The authority that signed comes last, behind another that has nothing to do with it.
  static SiteFault chainOutOfOrder(String stranger) {
    return (site, sound) -> {
      var own = https(site).tls().identity();
      var other = sound.ca().issue(sound.order(stranger).chain(Chain.SELF_SIGNED)).leaf();
      var chain = Stream.concat(Stream.of(own.leaf(), other), own.chain().stream().skip(1));
      return site.https(https(site).identity(new Identity(own.key(), chain.toList())));
    };
  }

  /// The pages are served in clear text, and nobody listens for HTTPS.
  static SiteFault noHttps() {
    return (site, _) ->
        site.http(new Door.Http(https(site).routes().each(bare -> bare.without("Set-Cookie"))))
            .https(new Door.Closed());
  }

  /// The pages are served in clear text and over TLS.
  static SiteFault noRedirectToHttps() {
    return (site, _) -> site.http(new Door.Http(https(site).routes()));
  }

  static SiteFault clearTextOnHttpsPort() {
    return (site, _) -> site.https(new Door.Http(https(site).routes()));
  }

  static SiteFault withoutHeader(String name) {
    return everyReply(reply -> reply.without(name));
  }

  static SiteFault header(String name, String value) {
    return everyReply(reply -> reply.replacing(name, value));
  }

  /// The cookies that every page sets, in place of the sound one.
  static SiteFault cookies(String... values) {
    return everyReply(
        reply -> {
          var bare = reply.without("Set-Cookie");
          for (var value : values) {
            bare = bare.with("Set-Cookie: " + value);
          }
          return bare;
        });
  }

  /// Scripts of whatever origin asks may read the pages, with the visitor's cookies.
  static SiteFault readableByEveryOrigin() {
    return everyReply(
        reply ->
            reply.with(
                "Access-Control-Allow-Origin: {origin}", "Access-Control-Allow-Credentials: true"));
  }

  /// Its first page is another, with headers as before.
  static SiteFault page(String html) {
    return routes(
        routes -> {
          var first = routes.to("/");
          var other = Reply.html(200, html);
          var lines =
              first.headerLines().stream()
                  .filter(line -> !line.startsWith("Content-") && !line.startsWith("Connection"))
                  .toArray(String[]::new);
          return routes.with("/", other.with(lines));
        });
  }

  /// Visitors over HTTPS are sent back to HTTP, and from there to the place where they belong.
  static SiteFault sendsVisitorsOverHttp(String place) {
    return (site, sound) -> {
      var start = "http://" + site.host() + "/start";
      return redirectsTo(start)
          .in(site, sound)
          .http(new Door.Http(Routes.everything(Reply.redirect(302, place))));
    };
  }

  static SiteFault noSecurityTxt() {
    return routes(routes -> routes.without("/.well-known/security.txt"));
  }

  static SiteFault securityTxtExpired() {
    return (site, sound) -> {
      var old = sound.securityTxt(site.host(), sound.now().minus(Duration.ofDays(30)));
      return routes(routes -> routes.with("/.well-known/security.txt", old)).in(site, sound);
    };
  }

  /// The site has no pages of its own.
  static SiteFault redirectsTo(String place) {
    var redirect = Routes.everything(Sound.protectedBy(Reply.redirect(301, place)));
    return routes(_ -> redirect);
  }

  static SiteFault turnsRobotsAway() {
    var wall =
        Reply.html(403, "<!doctype html><title>Blocked</title><p>Are you a robot?")
            .with("Server: pretend-bot-wall");
    return (site, sound) ->
        routes(_ -> Routes.everything(wall))
            .in(site, sound)
            .http(new Door.Http(Routes.everything(wall)));
  }

  static SiteFault silent() {
    return (site, _) -> site.http(new Door.Silent()).https(new Door.Silent());
  }

  static SiteFault resets() {
    return (site, _) -> site.http(new Door.Resets()).https(new Door.Resets());
  }

  /// Spoils the same site once more.
  default SiteFault and(SiteFault other) {
    return (site, sound) -> other.in(in(site, sound), sound);
  }

  private static SiteFault everyReply(UnaryOperator<Reply> change) {
    return routes(routes -> routes.each(change));
  }

  private static SiteFault routes(UnaryOperator<Routes> change) {
    return (site, _) -> site.https(https(site).routes(change.apply(https(site).routes())));
  }

  private static Door.Https https(PracticeSite site) {
    if (site.https() instanceof Door.Https https) {
      return https;
    }
    throw new IllegalStateException(site.host() + " is spoilt too far to be spoilt in this way");
  }
}
