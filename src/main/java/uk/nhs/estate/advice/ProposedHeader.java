package uk.nhs.estate.advice;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.CrossOrigin;
import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.Visit;

/// The header that somebody means to send with a site's page.
///
/// @param merge whether what it does not name stays as it is today; else it is the whole header
/// @param page the page's content; none leaves that of today
public record ProposedHeader(HeaderText text, boolean merge, @Nullable Part page) {

  /// The host of a page that is nowhere yet (RFC 6761 §6.4).
  public static final String NOWHERE = "your-site.invalid";

  private static final Obstacle NOT_ASKED = new Obstacle(Obstacle.Kind.NOT_ASKED);
  private static final String HSTS = "Strict-Transport-Security";
  private static final String CONTENT_TYPE = "Content-Type";
  private static final Set<String> ORIGINS =
      Set.of("access-control-allow-origin", "access-control-allow-credentials");
  private static final int OK = 200;

  /// What belongs to the connection and to the moment, and is nobody's proposal.
  private static final Set<String> OF_THE_MOMENT =
      Set.of("connection", "keep-alive", "transfer-encoding", "content-length", "date", "age");

  /// Two answers never have the same nonce, whatever stands in a file.
  private static final Pattern NONCE = Pattern.compile("'nonce-[^']*+'");

  private static final String OTHER_NONCE = "'nonce-YW5vdGhlciBhbnN3ZXIgaGFzIGFub3RoZXI='";

  /// The page alone: of everything else nobody knows.
  public HttpFacts alone(Instant when) {
    var hop =
        new Hop(
            url("https"),
            new Endpoint("0.0.0.0", 443),
            Objects.requireNonNullElse(text.status(), OK),
            text.fields(),
            0,
            text.http(),
            null);
    return new HttpFacts(
        when,
        NOWHERE,
        notAsked(url("http")),
        new Visit(hop.url(), List.of(hop), new Visit.Answered(), page),
        notAsked(url("https") + ".well-known/security.txt"));
  }

  private static String url(String scheme) {
    return scheme + "://" + NOWHERE + "/";
  }

  private static Visit notAsked(String url) {
    return new Visit(url, List.of(), new Visit.Obstructed(NOT_ASKED), null);
  }

  /// What would be seen of a site were it sent; empty if the site has no page of its own over HTTPS
  /// today.
  ///
  /// The page has the header wherever it was met. HSTS holds for the whole host (RFC 6797 §5), so
  /// every answer of the host over HTTPS has what the header says of it.
  public Optional<HttpFacts> in(HttpFacts today) {
    if (today.secure().hops().isEmpty()) {
      return Optional.empty();
    }
    var shown = today.secure().hops().getLast();
    if (!(today.secure().end() instanceof Visit.Answered)
        || !shown.isHttps()
        || !shown.host().equals(today.host())) {
      return Optional.empty();
    }
    UnaryOperator<Hop> everywhere = hop -> isOf(today.host(), hop) ? withHsts(hop) : hop;
    var all = today.eachAnswer(everywhere);
    return Optional.of(
        new HttpFacts(
            today.seenAt(),
            today.host(),
            onPage(all.plain(), shown),
            onPage(all.secure(), shown),
            all.securityTxt(),
            today.sought(),
            all.crossOrigin().stream().map(one -> asked(one, shown)).toList(),
            all.robots(),
            all.sibling(),
            all.crawl()));
  }

  /// Fields of the page today that would not be sent any more, by name.
  public List<String> gone(HttpFacts today) {
    if (merge || today.secure().hops().isEmpty()) {
      return List.of();
    }
    var names = names(proposed(today.secure().hops().getLast()));
    return today.secure().hops().getLast().fields().stream()
        .map(Hop.Field::name)
        .filter(name -> !names.contains(name.toLowerCase(Locale.ROOT)))
        .filter(name -> !OF_THE_MOMENT.contains(name.toLowerCase(Locale.ROOT)))
        .distinct()
        .toList();
  }

  private static boolean isOf(String host, Hop hop) {
    return hop.isHttps() && hop.host().equals(host);
  }

  private Visit onPage(Visit visit, Hop shown) {
    if (visit.hops().isEmpty() || !visit.hops().getLast().url().equals(shown.url())) {
      return visit;
    }
    var hops = new ArrayList<>(visit.hops());
    hops.addLast(answer(hops.removeLast()));
    boolean other = page != null || shown.mayHideThePage();
    return new Visit(
        visit.url(), hops, visit.end(), other ? page : visit.body(), !other && visit.bodyCut());
  }

  /// A page that was hidden today is taken to be shown.
  private Hop answer(Hop today) {
    int status =
        text.status() != null ? text.status() : today.mayHideThePage() ? OK : today.status();
    return new Hop(
        today.url(),
        today.endpoint(),
        status,
        proposed(today),
        today.milliseconds(),
        today.http(),
        today.tls());
  }

  private List<Hop.Field> proposed(Hop today) {
    var named = names(text.fields());
    var kept =
        today.fields().stream()
            .filter(field -> !named.contains(field.name().toLowerCase(Locale.ROOT)))
            .filter(field -> merge || field.name().equalsIgnoreCase(CONTENT_TYPE));
    return Stream.concat(kept, text.fields().stream()).toList();
  }

  private Hop withHsts(Hop hop) {
    var hsts = text.fields().stream().filter(field -> field.name().equalsIgnoreCase(HSTS)).toList();
    return merge && hsts.isEmpty()
        ? hop
        : replaced(hop, Set.of(HSTS.toLowerCase(Locale.ROOT)), hsts);
  }

  private CrossOrigin asked(CrossOrigin one, Hop shown) {
    var visit =
        one.visit()
            .eachAnswer(
                hop -> {
                  if (!hop.url().equals(shown.url())) {
                    return hop;
                  }
                  return one.method().equals("GET") ? again(hop) : withOrigins(hop);
                });
    return new CrossOrigin(one.kind(), one.origin(), one.method(), visit);
  }

  private Hop again(Hop hop) {
    var answer = answer(hop);
    return answer.with(
        answer.fields().stream()
            .map(
                field ->
                    new Hop.Field(
                        field.name(), NONCE.matcher(field.value()).replaceAll(OTHER_NONCE)))
            .toList());
  }

  /// A preflight is answered by the same settings as the page.
  private Hop withOrigins(Hop hop) {
    var origins =
        text.fields().stream()
            .filter(field -> ORIGINS.contains(field.name().toLowerCase(Locale.ROOT)))
            .toList();
    return merge && origins.isEmpty() ? hop : replaced(hop, ORIGINS, origins);
  }

  private static Hop replaced(Hop hop, Set<String> names, List<Hop.Field> fields) {
    return hop.with(
        Stream.concat(
                hop.fields().stream()
                    .filter(field -> !names.contains(field.name().toLowerCase(Locale.ROOT))),
                fields.stream())
            .toList());
  }

  private static Set<String> names(List<Hop.Field> fields) {
    return fields.stream()
        .map(field -> field.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toSet());
  }
}
