package uk.nhs.estate.profile.observatory;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.page.Markup;
import uk.nhs.estate.register.PreloadedNames;

/// What the results are based on: the visit over https, or that over http where nobody answers over
/// https.
///
/// @param isTrusted whether browsers trust the certificate for the site's host
/// @param preloaded names that browsers reach over https by themselves
record Look(
    HttpFacts http, Visit visit, boolean isTrusted, PreloadedNames preloaded, AllTags tags) {

  /// The types that the Observatory takes for a page, in these very letters.
  private static final Set<String> THEIR_PAGES = Set.of("text/html", "application/xhtml+xml");

  private static final Set<Integer> WITHOUT_CONTENT = Set.of(204, 205, 304);

  static Look at(HttpFacts http, Visit visit, boolean isTrusted, PreloadedNames preloaded) {
    return new Look(http, visit, isTrusted, preloaded, AllTags.read(visit.body()));
  }

  /// The answer that is graded.
  Hop page() {
    return visit.hops().getLast();
  }

  boolean isOverHttps() {
    return visit.hops().getFirst().isHttps();
  }

  List<String> values(String name) {
    return page().values(name);
  }

  /// All field lines of that name in one, as they may be joined (RFC 9110 §5.3).
  String joined(String name) {
    return String.join(", ", values(name));
  }

  /// Whether the content of a page should be here and is not.
  boolean isPageMissing() {
    return visit.body() == null
        && visit.end() instanceof Visit.Answered
        && !WITHOUT_CONTENT.contains(page().status())
        && Markup.isHtml(joined("Content-Type"));
  }

  /// What comes before the parameters of the first `Content-Type`, as the Observatory reads it.
  String theirMediaType() {
    var types = values("Content-Type");
    return types.isEmpty() ? "" : types.getFirst().split(";", 2)[0];
  }

  boolean isTheirPage() {
    return THEIR_PAGES.contains(theirMediaType());
  }

  /// What the page says; empty for what has no type, since what browsers guess is not graded.
  Optional<Markup> typedMarkup() {
    return joined("Content-Type").isBlank() ? Optional.empty() : markup();
  }

  Optional<Markup> markup() {
    return HttpFacts.markup(visit);
  }
}
