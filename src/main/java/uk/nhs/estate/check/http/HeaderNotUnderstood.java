package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.text.ClearSiteData;
import uk.nhs.estate.observation.text.CrossOriginPolicies;
import uk.nhs.estate.observation.text.StructuredField;

/// Finds headers about other origins, processes and kept data whose value browsers do not know.
///
/// That one of them is not sent, or says what browsers do anyway, is no fault: pages for
/// everybody need none of them.
public record HeaderNotUnderstood() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.header-not-understood",
          INFORMATIONAL,
          "A header has a value that no browser knows",
          """
          Browsers pass over the header and do what they do without it, so the page is less \
          protected than its header says.\
          """,
          """
          Write one of the values of the standard, in lower case and without quotation marks \
          (those of Clear-Site-Data have them), and send the header once.\
          """,
          Commands.HEADER,
          new Standard(
              "HTML §7.1.3",
              "https://html.spec.whatwg.org/multipage/browsers.html#cross-origin-opener-policies"),
          new Standard("HTML §7.1.4", "https://html.spec.whatwg.org/multipage/browsers.html#coep"),
          new Standard(
              "Fetch: Cross-Origin-Resource-Policy",
              "https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header"),
          rfc(9651, "4.2"));

  /// Whether browsers know what the field lines of a header say, in the order in which it is told.
  private static final Map<String, Predicate<List<String>>> READERS = readers();

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
                READERS.entrySet().stream()
                    .flatMap(
                        reader -> {
                          var fields = page.hop().values(reader.getKey());
                          return fields.isEmpty() || reader.getValue().test(fields)
                              ? Stream.of()
                              : Stream.of(new Fault(reader.getKey(), String.join(", ", fields)));
                        })
                    .toList()));
  }

  private static Map<String, Predicate<List<String>>> readers() {
    var readers = new LinkedHashMap<String, Predicate<List<String>>>();
    for (var end : List.of("", "-Report-Only")) {
      readers.put(
          "Cross-Origin-Opener-Policy" + end,
          fields -> CrossOriginPolicies.opener(fields).isPresent());
      readers.put(
          "Cross-Origin-Embedder-Policy" + end,
          fields -> CrossOriginPolicies.embedder(fields).isPresent());
    }
    readers.put(
        "Cross-Origin-Resource-Policy", fields -> CrossOriginPolicies.resource(fields).isPresent());
    readers.put(
        "Origin-Agent-Cluster", fields -> CrossOriginPolicies.agentCluster(fields).isPresent());
    readers.put("Document-Policy", fields -> StructuredField.dictionary(fields).isPresent());
    readers.put("Reporting-Endpoints", fields -> StructuredField.dictionary(fields).isPresent());
    readers.put("Clear-Site-Data", fields -> ClearSiteData.parse(fields).unknown().isEmpty());
    return readers;
  }
}
