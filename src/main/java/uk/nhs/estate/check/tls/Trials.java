package uk.nhs.estate.check.tls;

import uk.nhs.estate.check.OfferedSuites;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.Trial;

/// What the checks of things that were tried out have in common.
final class Trials {
  private Trials() {}

  /// A fault when it was taken up.
  static Verdict unwanted(Trial trial, String fault) {
    return switch (trial) {
      case Trial.TakenUp(var answer) -> new Verdict.Fail("", with(fault, answer));
      case Trial.TurnedDown _ -> new Verdict.Pass();
      case Trial.Undecided(var obstacle) -> new Verdict.Unknown(obstacle);
    };
  }

  /// A fault when it was turned down.
  static Verdict wanted(Trial trial, String fault) {
    return switch (trial) {
      case Trial.TakenUp _ -> new Verdict.Pass();
      case Trial.TurnedDown(var answer) -> new Verdict.Fail("", with(fault, answer));
      case Trial.Undecided(var obstacle) -> new Verdict.Unknown(obstacle);
    };
  }

  /// Whether it speaks TLS 1.2 or a version before.
  static boolean speaksBeforeTls13(TlsPosture posture) {
    return OfferedSuites.BEFORE_TLS_1_3.stream().anyMatch(posture::speaks);
  }

  private static String with(String fault, String answer) {
    return answer.isEmpty() ? fault : fault + ": " + answer;
  }
}
