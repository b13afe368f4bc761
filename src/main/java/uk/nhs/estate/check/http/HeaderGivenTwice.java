package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;

/// Finds headers that protect visitors and are sent in several lines which contradict each other.
public record HeaderGivenTwice() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.header-given-twice",
          INFORMATIONAL,
          "A header is sent twice and says different things",
          "Browsers keep to one of the values, which may not be the one that was meant.",
          """
          Send the header in one place only: in the application, or in the server in front of \
          it.\
          """,
          Commands.HEADER,
          rfc(9110, "5.3"),
          new Standard(
              "Fetch: header lists",
              "https://fetch.spec.whatwg.org/#concept-header-list-get-decode-split"));

  /// Which of several values browsers heed. Where a second line makes a header one that they do not
  /// know, or where each line counts, other checks say so.
  private static final Map<String, String> HEEDED =
      Map.of(
          "X-Content-Type-Options", "browsers heed the first",
          "Referrer-Policy", "browsers heed the last that they know",
          "Content-Type", "browsers heed the last that is a media type");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Verdict.ofPage(
        http,
        page ->
            Verdict.ofFaults(
                HEEDED.entrySet().stream()
                    .flatMap(
                        header -> {
                          var lines = page.hop().values(header.getKey());
                          return lines.stream()
                                      .map(line -> line.toLowerCase(Locale.ROOT))
                                      .distinct()
                                      .count()
                                  > 1
                              ? Stream.of(
                                  new Fault(
                                      header.getKey(),
                                      header.getValue() + ": " + String.join(" | ", lines)))
                              : Stream.of();
                        })
                    .sorted(Comparator.comparing(Fault::subject))
                    .toList()));
  }
}
