package uk.nhs.estate.check.http;

import java.util.function.Function;
import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Sibling;
import uk.nhs.estate.observation.Visit;

/// What the checks of a site's other name have in common.
final class Siblings {
  private Siblings() {}

  /// Judges a site's other name if it was visited.
  static Verdict judge(HttpFacts http, Function<Sibling, Verdict> judge) {
    return http.sibling() == null
        ? new Verdict.NotApplicable("it has no other name that was visited")
        : judge.apply(http.sibling());
  }

  /// Judges a site's other name if it is one of the DNS.
  static Verdict judgeOne(HttpFacts http, Function<Sibling, Verdict> judge) {
    return judge(
        http,
        sibling ->
            hasNoAddress(sibling)
                ? new Verdict.NotApplicable("its other name has no address")
                : judge.apply(sibling));
  }

  static boolean hasNoAddress(Sibling sibling) {
    return Stream.of(sibling.plain(), sibling.secure())
        .allMatch(
            visit ->
                visit.hops().isEmpty()
                    && visit.end() instanceof Visit.Obstructed(var obstacle)
                    && obstacle.kind() == Obstacle.Kind.NO_ADDRESS);
  }
}
