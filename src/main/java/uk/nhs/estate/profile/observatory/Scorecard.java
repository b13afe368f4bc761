package uk.nhs.estate.profile.observatory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the Observatory would say of a site, line by line, for a page, a terminal and programs.
///
/// @param version of the Observatory that is gone by
/// @param score none where it cannot be graded
/// @param grade none where it cannot be graded
/// @param passed how many tests are passed
/// @param notGraded why it cannot be graded; none where it can
/// @param tests all twelve, in their order there; none where it cannot be graded
public record Scorecard(
    String version,
    @Nullable Integer score,
    @Nullable String grade,
    int passed,
    @Nullable String notGraded,
    List<Line> tests) {

  public Scorecard {
    tests = List.copyOf(tests);
  }

  /// A test.
  ///
  /// @param test as the Observatory calls it
  /// @param about what it is about
  /// @param result as the Observatory calls it
  /// @param words what that means
  /// @param modifier points that it gives or takes
  /// @param deviation where the Observatory itself would say something else; none elsewhere
  public record Line(
      String test,
      String about,
      String result,
      String words,
      boolean passed,
      int modifier,
      @Nullable Deviates deviation) {

    /// The points with their sign; empty for none.
    public String points() {
      return modifier == 0 ? "" : "%+d".formatted(modifier);
    }
  }

  /// What the Observatory would say instead, and why we do not.
  ///
  /// @param because what browsers do, without a full stop
  public record Deviates(String result, int modifier, String because, String standard, String url) {

    /// In a sentence or two.
    public String sentence() {
      return "The Observatory itself says %s (%+d). We go by %s: %s."
          .formatted(result, modifier, standard, because);
    }
  }

  public static Scorecard of(Observatory observatory) {
    return switch (observatory) {
      case Observatory.Graded graded ->
          new Scorecard(
              Observatory.VERSION,
              graded.score(),
              graded.grade(),
              graded.passed(),
              null,
              graded.results().stream().map(Scorecard::line).toList());
      case Observatory.NotGraded(var reason) ->
          new Scorecard(Observatory.VERSION, null, null, 0, reason, List.of());
    };
  }

  private static Line line(Result result) {
    var outcome = result.outcome();
    var difference = result.difference();
    return new Line(
        result.question().id(),
        result.question().words(),
        outcome.id(),
        outcome.words(),
        outcome.isPass(),
        outcome.modifier(),
        difference == null
            ? null
            : new Deviates(
                difference.theirs().id(),
                difference.theirs().modifier(),
                difference.because().words(),
                difference.because().standard(),
                difference.because().url()));
  }

  /// The grade in a sentence without its full stop.
  public String summary() {
    return notGraded == null
        ? "%s, %d points; %d of %d tests passed".formatted(grade, score, passed, tests.size())
        : "No grade: " + notGraded;
  }
}
