package uk.nhs.estate.api;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.profile.observatory.Scorecard;

/// What the MDN HTTP Observatory would say of a site, except where it reads a standard otherwise
/// than browsers do.
///
/// @param version of the Observatory that is gone by
/// @param score 0 and more; none where it cannot be graded
/// @param grade `A+` to `F`; none where it cannot be graded
/// @param passed how many tests are passed
/// @param notGraded why it cannot be graded; none where it can
/// @param tests all twelve, in their order there
@Serdeable
record ScorecardOfSite(
    String version,
    @Nullable Integer score,
    @Nullable String grade,
    int passed,
    @Nullable String notGraded,
    List<Line> tests) {

  /// A test.
  ///
  /// @param test as the Observatory calls it
  /// @param result as the Observatory calls it
  /// @param words what that means
  /// @param modifier points that it gives or takes
  /// @param deviation where the Observatory itself would say something else; none elsewhere
  @Serdeable
  @Schema(name = "ObservatoryTest")
  record Line(
      String test,
      String result,
      String words,
      boolean passed,
      int modifier,
      @Nullable Deviation deviation) {

    private static Line of(Scorecard.Line line) {
      return new Line(
          line.test(),
          line.result(),
          line.words(),
          line.passed(),
          line.modifier(),
          line.deviation() == null ? null : Deviation.of(line.deviation()));
    }
  }

  /// What the Observatory would say instead, and why we do not.
  @Serdeable
  @Schema(name = "ObservatoryDeviation")
  record Deviation(String result, int modifier, String because, String standard, String url) {

    private static Deviation of(Scorecard.Deviates its) {
      return new Deviation(its.result(), its.modifier(), its.because(), its.standard(), its.url());
    }
  }

  static ScorecardOfSite of(Scorecard card) {
    return new ScorecardOfSite(
        card.version(),
        card.score(),
        card.grade(),
        card.passed(),
        card.notGraded(),
        card.tests().stream().map(Line::of).toList());
  }
}
