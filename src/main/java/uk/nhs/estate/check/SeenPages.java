package uk.nhs.estate.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.page.Markup;
import uk.nhs.estate.observation.text.WebAddress;

/// Puts one question to every page of a site that was seen.
final class SeenPages {
  private final HttpFacts http;
  private final BiFunction<Hop, Markup, List<Fault>> judge;

  /// What is wrong, by its subject; of what is wrong on several pages, the first is told.
  private final Map<String, Fault> faults = new LinkedHashMap<>();

  private @Nullable Verdict unseen;

  SeenPages(HttpFacts http, BiFunction<Hop, Markup, List<Fault>> judge) {
    this.http = http;
    this.judge = judge;
  }

  Verdict verdict(Markup home) {
    page(http.secure().hops().getLast(), home, "");
    if (http.crawl() != null) {
      http.crawl().pages().forEach(this::visited);
      if (unseen == null && http.crawl().ended() != null) {
        unseen = new Verdict.Unknown(http.crawl().ended());
      }
    }
    if (!faults.isEmpty()) {
      return new Verdict.Fail(
          List.copyOf(faults.values()),
          unseen == null ? List.of() : List.of(Verdict.Fail.ALL_OTHERS));
    }
    return unseen == null ? new Verdict.Pass() : unseen;
  }

  /// One whose host is another, or whose content is no page, says nothing of this site's pages.
  private void visited(Visit visit) {
    if (visit.end() instanceof Visit.Obstructed(var obstacle)) {
      unseen = unseen == null ? new Verdict.Unknown(obstacle) : unseen;
      return;
    }
    if (visit.hops().isEmpty() || !visit.hops().getLast().host().equals(http.host())) {
      return;
    }
    var last = visit.hops().getLast();
    if (last.mayHideThePage()) {
      unseen = unseen == null ? new Verdict.Unknown("HTTP status " + last.status()) : unseen;
      return;
    }
    var where = WebAddress.parse(last.url()).map(WebAddress::path).orElse("");
    HttpFacts.markup(visit).ifPresent(markup -> page(last, markup, " on " + where));
  }

  private void page(Hop hop, Markup markup, String where) {
    for (var fault : judge.apply(hop, markup)) {
      faults.putIfAbsent(
          fault.subject(), new Fault(fault.subject(), (fault.evidence() + where).strip()));
    }
    if (!markup.isComplete() && unseen == null) {
      unseen = Verdict.Unknown.lasting("the page is too long to be read whole");
    }
  }
}
