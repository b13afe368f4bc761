package uk.nhs.estate.profile.observatory;

import java.util.List;

/// How the Observatory adds up results, and the letters it gives.
final class Grade {

  private static final int BEST = 100;

  /// Only who has as much without what is added gets it added.
  private static final int ENOUGH_FOR_EXTRA = 90;

  /// The letters for 0 to 4, 5 to 9 and so on.
  private static final List<String> LETTERS =
      List.of(
          "F", "F", "F", "F", "F", "D-", "D", "D", "D+", "C-", "C", "C", "C+", "B-", "B", "B", "B+",
          "A-", "A", "A", "A+");

  private Grade() {}

  static int score(List<Outcome> outcomes) {
    int lost = outcomes.stream().mapToInt(one -> Math.min(one.modifier(), 0)).sum();
    int added = outcomes.stream().mapToInt(one -> Math.max(one.modifier(), 0)).sum();
    int score = BEST + lost;
    return Math.max(score >= ENOUGH_FOR_EXTRA ? score + added : score, 0);
  }

  static String of(int score) {
    return LETTERS.get(Math.min(score, BEST) / 5);
  }
}
