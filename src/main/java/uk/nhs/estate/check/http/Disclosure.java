package uk.nhs.estate.check.http;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.text.SecurityTxt;

/// What the checks of `security.txt` have in common.
final class Disclosure {
  private Disclosure() {}

  /// Judges the file of a site that has pages of its own; what cannot be one is given as one
  /// without fields.
  static Verdict judge(HttpFacts http, Function<SecurityTxt, Verdict> judge) {
    var visit = http.securityTxt();
    if (http.page() instanceof HttpFacts.Page.NotServed(var reason)) {
      return new Verdict.NotApplicable(reason);
    }
    return switch (visit.end()) {
      case Visit.NobodyListens _ -> new Verdict.NotApplicable(Verdict.NOBODY_ON_HTTPS);
      case Visit.Obstructed(var obstacle) -> new Verdict.Unknown(obstacle);
      case Visit.Endless _ -> judge.apply(SecurityTxt.parse(""));
      case Visit.Answered _ -> judgeAnswer(visit, judge);
    };
  }

  private static Verdict judgeAnswer(Visit visit, Function<SecurityTxt, Verdict> judge) {
    int status = visit.hops().getLast().status();
    if (visit.hops().getLast().mayHideThePage() || status == 401) {
      return new Verdict.Unknown(new Obstacle(Obstacle.Kind.BLOCKED, "HTTP status " + status));
    }
    if (status != 200) {
      return judge.apply(SecurityTxt.parse(""));
    }
    return visit.body() == null
        ? new Verdict.Unknown("the file was not read")
        : judge.apply(SecurityTxt.parse(new String(visit.body().bytes(), StandardCharsets.UTF_8)));
  }
}
