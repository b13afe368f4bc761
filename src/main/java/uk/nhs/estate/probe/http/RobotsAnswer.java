package uk.nhs.estate.probe.http;

import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.text.RobotsTxt;

/// What a request for `robots.txt` means for a crawl (RFC 9309 §2.3.1).
sealed interface RobotsAnswer {
  /// Answers on the way: five redirects and where they lead (§2.3.1.2).
  int HOPS = 6;

  /// Its rules are to be obeyed; none if there is no such file, so that all is allowed (§2.3.1.3).
  record Rules(RobotsTxt file) implements RobotsAnswer {}

  /// It could not be asked for, so that all is forbidden (§2.3.1.4).
  record Unreachable(Obstacle obstacle) implements RobotsAnswer {}

  /// @param visit none if it was not made
  static RobotsAnswer of(@Nullable Visit visit) {
    if (visit == null) {
      return new Unreachable(new Obstacle(Obstacle.Kind.SCANNER_FAULT, "robots.txt: not asked"));
    }
    return switch (visit.end()) {
      case Visit.Answered _ -> of(visit, visit.hops().getLast().status());
      case Visit.Endless _ -> new Rules(RobotsTxt.none());
      case Visit.NobodyListens _ -> unreachable(Obstacle.Kind.CONNECTION_REFUSED, "");
      case Visit.Obstructed(var obstacle) -> unreachable(obstacle.kind(), obstacle.detail());
    };
  }

  private static RobotsAnswer of(Visit visit, int status) {
    if (status == 429 || status >= 500) { // the former may be obeyed, and means: not now
      return unreachable(Obstacle.Kind.SERVER_FAILED, "HTTP status " + status);
    }
    var file = status >= 200 && status < 300 ? visit.body() : null;
    return new Rules(
        file == null ? RobotsTxt.none() : RobotsTxt.parse(file.bytes(), visit.bodyCut()));
  }

  private static Unreachable unreachable(Obstacle.Kind kind, String detail) {
    return new Unreachable(
        new Obstacle(kind, detail.isEmpty() ? "robots.txt" : "robots.txt: " + detail));
  }
}
