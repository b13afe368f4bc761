package uk.nhs.estate.check.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;

/// What the checks of header fields have in common.
final class Headers {
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

  /// Judges every field line that the site's own host sends on the way to its page and with it.
  ///
  /// @param faultOf what is wrong with one, if anything; the first fault of each subject counts
  static Verdict judgeLines(HttpFacts http, Function<Hop.Field, Stream<Fault>> faultOf) {
    return Verdict.ofPage(
        http,
        page -> {
          var faults = new ArrayList<Fault>();
          page.way().stream()
              .filter(hop -> hop.isHttps() && hop.host().equals(http.host()))
              .flatMap(hop -> hop.fields().stream())
              .flatMap(faultOf)
              .filter(fault -> faults.stream().noneMatch(one -> isSameSubject(one, fault)))
              .forEach(faults::add);
          return Verdict.ofFaults(faults);
        });
  }

  private static boolean isSameSubject(Fault one, Fault other) {
    return one.subject().equalsIgnoreCase(other.subject());
  }
}
