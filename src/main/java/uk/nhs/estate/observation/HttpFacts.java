package uk.nhs.estate.observation;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.page.Markup;
import uk.nhs.estate.observation.text.Csp;
import uk.nhs.estate.observation.text.CspNonces;

/// What a site answers to a visitor over HTTP and HTTPS.
///
/// @param host the site visited
/// @param plain the visit to `http://host/`
/// @param secure the visit to `https://host/`; trust in the certificate is not asked for
/// @param securityTxt the visit to `https://host/.well-known/security.txt` (RFC 9116 §3)
/// @param sought texts in the pages of `plain` and `secure` that tell whether the site is an alias
///     of a name that nobody has; empty for most sites
/// @param crossOrigin further requests for the page, as scripts of other origins would make them;
///     the first is a second look at the page, at an address of the other kind if there is one
/// @param robots the visit to `/robots.txt`; none if it was not asked for
/// @param sibling the name with `www.` or without it; none if there cannot be one or it was not
///     visited
/// @param crawl a walk over other pages; none if none was made
public record HttpFacts(
    Instant seenAt,
    String host,
    Visit plain,
    Visit secure,
    Visit securityTxt,
    List<String> sought,
    List<CrossOrigin> crossOrigin,
    @Nullable Visit robots,
    @Nullable Sibling sibling,
    @Nullable Crawl crawl)
    implements Facts {

  /// A question that every check of a page asks.
  private record Question(Part body, String url, String type, boolean cut) {}

  private static final LastAnswers<Question, Markup> READ =
      new LastAnswers<>(
          128, asked -> Markup.read(asked.body().bytes(), asked.url(), asked.type(), asked.cut()));

  /// Another one, of its policies.
  private record Delivered(
      String url, List<String> enforced, List<String> reportOnly, List<String> metas) {}

  private static final LastAnswers<Delivered, Csp> POLICIES =
      new LastAnswers<>(
          16, sent -> Csp.of(sent.url(), sent.enforced(), sent.reportOnly(), sent.metas()));

  public HttpFacts {
    // what was kept before these were looked for does not have them
    sought = sought == null ? List.of() : List.copyOf(sought);
    crossOrigin = crossOrigin == null ? List.of() : List.copyOf(crossOrigin);
  }

  /// Those of a site at which nothing more was looked for.
  public HttpFacts(Instant seenAt, String host, Visit plain, Visit secure, Visit securityTxt) {
    this(seenAt, host, plain, secure, securityTxt, List.of(), List.of(), null, null, null);
  }

  @Override
  public HttpFacts seenAt(Instant when) {
    return new HttpFacts(
        when, host, plain, secure, securityTxt, sought, crossOrigin, robots, sibling, crawl);
  }

  /// The same with every answer changed.
  public HttpFacts eachAnswer(UnaryOperator<Hop> change) {
    return new HttpFacts(
        seenAt,
        host,
        plain.eachAnswer(change),
        secure.eachAnswer(change),
        securityTxt.eachAnswer(change),
        sought,
        crossOrigin.stream()
            .map(
                one ->
                    new CrossOrigin(
                        one.kind(), one.origin(), one.method(), one.visit().eachAnswer(change)))
            .toList(),
        robots == null ? null : robots.eachAnswer(change),
        sibling == null
            ? null
            : new Sibling(
                sibling.host(),
                sibling.plain().eachAnswer(change),
                sibling.secure().eachAnswer(change)),
        crawl == null
            ? null
            : new Crawl(
                crawl.pages().stream().map(visit -> visit.eachAnswer(change)).toList(),
                crawl.left(),
                crawl.ended()));
  }

  /// The same with a crawl.
  public HttpFacts with(Crawl walk) {
    return new HttpFacts(
        seenAt, host, plain, secure, securityTxt, sought, crossOrigin, robots, sibling, walk);
  }

  @Override
  public HttpFacts steady() {
    var repeated = repeatedNonces();
    return new HttpFacts(
        Instant.EPOCH,
        host,
        steady(plain, repeated),
        steady(secure, repeated),
        securityTxt.steady(),
        sought,
        crossOrigin.stream().map(one -> steady(one, repeated)).toList(),
        robots == null ? null : robots.steady(),
        sibling == null ? null : sibling.steady(),
        crawl == null ? null : crawl.steady(page -> steady(page, repeated)));
  }

  private CrossOrigin steady(CrossOrigin one, Set<String> repeated) {
    return new CrossOrigin(one.kind(), one.origin(), one.method(), steady(one.visit(), repeated));
  }

  /// Of a page, only what its markup says and which of the texts occur: the rest may differ at
  /// every look.
  private Visit steady(Visit page, Set<String> repeated) {
    var visit = page.steady(repeated);
    if (visit.body() == null) {
      return visit;
    }
    var text = sought.isEmpty() ? "" : visit.body().text();
    var found = sought.stream().filter(text::contains);
    var said = markup(page).stream().flatMap(markup -> markup.steady().stream());
    var policies = markup(page).stream().flatMap(markup -> policies(markup, repeated));
    var steady =
        Stream.of(found, said, policies).flatMap(lines -> lines).collect(Collectors.joining("\n"));
    return new Visit(
        visit.url(),
        visit.hops(),
        visit.end(),
        new Part(steady.getBytes(StandardCharsets.UTF_8)),
        visit.bodyCut());
  }

  private static Stream<String> policies(Markup markup, Set<String> repeated) {
    return markup.metas().stream()
        .filter(Markup.Meta::isPolicy)
        .map(
            meta ->
                meta.httpEquiv()
                    + (meta.inHead() ? " in the head: " : " in the body: ")
                    + CspNonces.steady(meta.content(), repeated));
  }

  /// The nonces in the policies of the page that were met again at the second look at it.
  public Set<String> repeatedNonces() {
    var repeated = new HashSet<String>();
    if (secure.end() instanceof Visit.Answered) {
      repeated.addAll(CspNonces.of(csp(secure)));
      repeated.retainAll(
          again()
              .filter(visit -> visit.end() instanceof Visit.Answered)
              .map(visit -> CspNonces.of(csp(visit)))
              .orElse(Set.of()));
    }
    return repeated;
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

  /// The second look at the page, with the script of a stranger asking; none if none was taken.
  public Optional<Visit> again() {
    return crossOrigin.stream()
        .filter(one -> one.kind() == CrossOrigin.Kind.STRANGER && one.method().equals("GET"))
        .map(CrossOrigin::visit)
        .findFirst();
  }

  /// What the markup of the page at the end of a visit says; empty if it is not HTML or was not
  /// taken.
  public static Optional<Markup> markup(Visit visit) {
    if (visit.body() == null || visit.hops().isEmpty()) {
      return Optional.empty();
    }
    var hop = visit.hops().getLast();
    var type = String.join(",", hop.values("Content-Type"));
    return Markup.isHtml(type)
        ? Optional.of(READ.to(new Question(visit.body(), hop.url(), type, visit.bodyCut())))
        : Optional.empty();
  }

  /// The policies that an answer brings, in its header and in its markup (CSP Level 3 §3).
  public static Csp csp(Hop hop, Optional<Markup> markup) {
    return POLICIES.to(
        new Delivered(
            hop.url(),
            hop.values("Content-Security-Policy"),
            hop.values("Content-Security-Policy-Report-Only"),
            markup.stream()
                .flatMap(read -> read.metas().stream())
                .filter(meta -> meta.inHead() && meta.httpEquiv().equals("content-security-policy"))
                .map(Markup.Meta::content)
                .toList()));
  }

  /// The policies of the page at the end of a visit that was answered.
  public static Csp csp(Visit visit) {
    return csp(visit.hops().getLast(), markup(visit));
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
