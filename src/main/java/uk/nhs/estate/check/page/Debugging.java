package uk.nhs.estate.check.page;

import java.util.stream.Stream;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.page.Telltale;

/// What the checks of debug output have in common.
final class Debugging {
  private Debugging() {}

  static Verdict judge(HttpFacts http, Telltale.Kind kind) {
    return Stream.of(http.secure(), http.plain())
        .filter(visit -> isOwn(http, visit))
        .flatMap(visit -> HttpFacts.markup(visit).stream())
        .flatMap(markup -> Telltale.of(markup, kind).stream())
        .findFirst()
        .<Verdict>map(shown -> new Verdict.Fail("", shown.whose()))
        .orElseGet(
            () ->
                Verdict.ofMarkups(
                    http,
                    markup ->
                        Telltale.of(markup, kind).stream()
                            .map(shown -> new Fault("", shown.whose()))
                            .toList()));
  }

  private static boolean isOwn(HttpFacts http, Visit visit) {
    return !visit.hops().isEmpty() && visit.hops().getLast().host().equals(http.host());
  }
}
