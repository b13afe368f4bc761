package uk.nhs.estate.check.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.CrossOrigin;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.text.CrossOriginSharing;

/// What the checks of sharing with scripts of other origins have in common.
final class Sharing {
  private Sharing() {}

  /// What was answered to a request of another origin that browsers heed.
  record Answer(CrossOrigin asked, Hop hop, CrossOriginSharing said) {

    boolean isTo(CrossOrigin.Kind kind) {
      return asked.kind() == kind;
    }

    boolean lets() {
      return said.lets(asked.origin());
    }

    boolean letsWithCredentials() {
      return said.letsWithCredentials(asked.origin());
    }

    /// A fault that this answer shows.
    Fault fault(String subject) {
      return new Fault(subject, evidence());
    }

    String evidence() {
      return asked.method()
          + " with Origin: "
          + asked.origin()
          + " is answered with Access-Control-Allow-Origin: "
          + said.origin()
          + (said.credentials().isEmpty()
              ? ""
              : ", Access-Control-Allow-Credentials: " + String.join(", ", said.credentials()));
    }
  }

  /// Judges what other origins are told of the site's own page.
  ///
  /// @param faults what is wrong with the answers; the first of each subject counts
  static Verdict judge(HttpFacts http, Function<List<Answer>, Stream<Fault>> faults) {
    return Verdict.ofPage(
        http,
        _ -> {
          var answers = new ArrayList<Answer>();
          Obstacle hidden = null;
          for (var asked : http.crossOrigin()) {
            var obstacle = obstacle(asked);
            hidden = hidden == null ? obstacle : hidden;
            if (obstacle == null && isHeeded(asked)) {
              answers.add(answer(asked));
            }
          }
          var found = new ArrayList<Fault>();
          faults
              .apply(answers)
              .filter(
                  fault -> found.stream().noneMatch(one -> one.subject().equals(fault.subject())))
              .forEach(found::add);
          return verdict(http, found, hidden);
        });
  }

  private static Verdict verdict(HttpFacts http, List<Fault> found, @Nullable Obstacle hidden) {
    if (!found.isEmpty()) {
      return new Verdict.Fail(found);
    }
    if (http.crossOrigin().isEmpty()) {
      return new Verdict.Unknown("nothing was asked as a script of another origin would");
    }
    return hidden == null ? new Verdict.Pass() : new Verdict.Unknown(hidden);
  }

  /// What kept us from an answer that browsers might heed.
  private static @Nullable Obstacle obstacle(CrossOrigin asked) {
    if (asked.visit().end() instanceof Visit.Obstructed(var obstacle)) {
      return obstacle;
    }
    if (asked.visit().hops().isEmpty()) {
      return new Obstacle(Obstacle.Kind.CONNECTION_REFUSED);
    }
    var hop = asked.visit().hops().getLast();
    return hop.mayHideThePage() && !isPreflight(asked)
        ? new Obstacle(Obstacle.Kind.BLOCKED, "HTTP status " + hop.status())
        : null;
  }

  /// A preflight counts only when its status is a good one (Fetch §4.8).
  private static boolean isHeeded(CrossOrigin asked) {
    int status = asked.visit().hops().getLast().status();
    return !isPreflight(asked) || (status >= 200 && status < 300);
  }

  private static boolean isPreflight(CrossOrigin asked) {
    return asked.method().equals("OPTIONS");
  }

  private static Answer answer(CrossOrigin asked) {
    var hop = asked.visit().hops().getLast();
    return new Answer(
        asked,
        hop,
        new CrossOriginSharing(
            hop.values("Access-Control-Allow-Origin"),
            hop.values("Access-Control-Allow-Credentials")));
  }

  /// Whether an origin was let in that nobody can have meant.
  static boolean letsAnybodyIn(List<Answer> answers) {
    return answers.stream()
        .anyMatch(answer -> answer.isTo(CrossOrigin.Kind.STRANGER) && answer.lets());
  }

  /// The answers to origins whose names look like the site's own, in words that stay the same.
  static Stream<Answer> toLookAlikes(List<Answer> answers) {
    return answers.stream()
        .filter(
            answer ->
                answer.isTo(CrossOrigin.Kind.ENDS_ALIKE)
                    || answer.isTo(CrossOrigin.Kind.BEGINS_ALIKE));
  }

  /// What look-alikes are called as subjects of faults.
  static String words(Answer lookAlike) {
    return lookAlike.isTo(CrossOrigin.Kind.ENDS_ALIKE)
        ? "names that end like its own"
        : "names that begin like its own";
  }
}
