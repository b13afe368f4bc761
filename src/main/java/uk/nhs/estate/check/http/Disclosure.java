package uk.nhs.estate.check.http;

import java.util.function.BiFunction;
import java.util.function.Function;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.page.Markup;
import uk.nhs.estate.observation.text.SecurityTxt;

/// What the checks of `security.txt` have in common.
final class Disclosure {
  private static final SecurityTxt NONE = SecurityTxt.parse("");

  private Disclosure() {}

  /// Judges a file that there is.
  ///
  /// @param judge is given the answer that carries the file as well
  static Verdict judgeFile(HttpFacts http, BiFunction<SecurityTxt, Hop, Verdict> judge) {
    return judge(
        http,
        file ->
            file.saysWhomToTell()
                ? judge.apply(file, http.securityTxt().hops().getLast())
                : new Verdict.NotApplicable("it has no security.txt"));
  }

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
      case Visit.Endless _ -> judge.apply(NONE);
      case Visit.Answered _ -> judgeAnswer(visit, judge);
    };
  }

  private static Verdict judgeAnswer(Visit visit, Function<SecurityTxt, Verdict> judge) {
    var last = visit.hops().getLast();
    if (last.mayHideThePage() || last.status() == 401) {
      return new Verdict.Unknown(
          new Obstacle(Obstacle.Kind.BLOCKED, "HTTP status " + last.status()));
    }
    if (last.status() != 200) {
      return judge.apply(NONE);
    }
    if (visit.body() == null) {
      return new Verdict.Unknown("the file was not read");
    }
    return judge.apply(isPage(last, visit.body()) ? NONE : SecurityTxt.read(visit.body().bytes()));
  }

  /// Whether a page is served where the file would be, as many sites do for whatever they do not
  /// have.
  static boolean isPage(Hop hop, Part body) {
    var type = String.join(",", hop.values("Content-Type"));
    var text = body.text().stripLeading();
    return Markup.isHtml(type) && (text.startsWith("<") || text.startsWith("\uFEFF<"));
  }
}
