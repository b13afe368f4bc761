package uk.nhs.estate.api;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.advice.HeaderPreview;
import uk.nhs.estate.check.Assessment;
import uk.nhs.estate.check.Assessor;
import uk.nhs.estate.policy.Grade;
import uk.nhs.estate.policy.Policy;
import uk.nhs.estate.profile.ObservatoryOf;
import uk.nhs.estate.register.PreloadedNames;
import uk.nhs.estate.score.Score;

/// What would be different were a header sent with a site's page.
///
/// @param today how the site stands by what was seen last
/// @param proposed how it would stand
/// @param observatoryToday what the MDN HTTP Observatory would say of what was seen last
/// @param observatory what it would say then
/// @param gone names of fields that are sent today and would not be any more
/// @param changes what the checks would say otherwise
@Serdeable
record PreviewOfHeaders(
    Standing today,
    Standing proposed,
    @Nullable ScorecardOfSite observatoryToday,
    @Nullable ScorecardOfSite observatory,
    List<String> gone,
    Preview changes) {

  /// How a site stands by one look alone.
  ///
  /// @param points 0 to 100; none when nothing could be judged
  /// @param grade none when too little was seen
  @Serdeable
  @Schema(name = "StandingByOneLook")
  record Standing(@Nullable Integer points, @Nullable Grade grade) {

    private static Standing of(Assessment seen, Policy policy) {
      return Score.ofOneLook(seen, policy)
          .map(score -> new Standing(score.points(), score.grade()))
          .orElseGet(() -> new Standing(null, null));
    }
  }

  static PreviewOfHeaders of(
      HeaderPreview preview, Assessor checks, Policy policy, PreloadedNames preloaded) {
    var today = checks.assess(preview.today());
    var proposed = checks.assess(preview.proposed());
    return new PreviewOfHeaders(
        Standing.of(today, policy),
        Standing.of(proposed, policy),
        ObservatoryOf.site(today, preloaded).map(ScorecardOfSite::of).orElse(null),
        ObservatoryOf.site(proposed, preloaded).map(ScorecardOfSite::of).orElse(null),
        preview.gone(),
        Preview.of(preview.today().seenAt(), preview.consequences()));
  }
}
