package uk.nhs.estate.check.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.ContentType;

/// What the checks of header fields have in common.
final class Headers {
  /// More faults of one kind tell nobody more.
  static final int MOST_FAULTS = 50;

  private Headers() {}

  /// Judges a header that the site's own page has.
  static Verdict judge(HttpFacts http, String name, Function<List<String>, Verdict> judge) {
    return Verdict.ofPage(
        http,
        page -> {
          var fields = page.hop().values(name);
          return fields.isEmpty()
              ? new Verdict.NotApplicable("it sends no " + name)
              : judge.apply(fields);
        });
  }

  /// Judges a page that browsers make a document of, which may be framed, have links and run
  /// scripts. An interface that answers with JSON has none of this.
  static Verdict judgeDocument(HttpFacts http, Function<Hop, Verdict> judge) {
    return Verdict.ofPage(
        http,
        page ->
            ContentType.parse(page.hop().values("Content-Type"))
                .map(ContentType::essence)
                .filter(type -> !isDocument(type))
                .<Verdict>map(type -> new Verdict.NotApplicable("it serves " + type))
                .orElseGet(() -> judge.apply(page.hop())));
  }

  private static boolean isDocument(String type) {
    return type.equals("text/html") || type.endsWith("/xml") || type.endsWith("+xml");
  }

  /// Judges every field line that the site's own host sends on the way to its page and with it.
  ///
  /// @param faultOf what is wrong with one, if anything; the first fault of each subject counts
  static Verdict judgeLines(HttpFacts http, Function<Hop.Field, Optional<Fault>> faultOf) {
    return Verdict.ofPage(
        http,
        page -> {
          var faults = new LinkedHashMap<String, Fault>();
          page.way().stream()
              .filter(hop -> hop.isHttps() && hop.host().equals(http.host()))
              .flatMap(hop -> hop.fields().stream())
              .flatMap(field -> faultOf.apply(field).stream())
              .takeWhile(_ -> faults.size() < MOST_FAULTS)
              .forEach(fault -> faults.putIfAbsent(key(fault), fault));
          return Verdict.ofFaults(List.copyOf(faults.values()));
        });
  }

  private static String key(Fault fault) {
    return fault.subject().toLowerCase(Locale.ROOT);
  }
}
