package uk.nhs.estate.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.advice.Consequences;
import uk.nhs.estate.profile.observatory.Scorecard;
import uk.nhs.estate.score.Score;

/// A form for the header of a site's page, and what it would be judged.
///
/// @param given what stands in the form
/// @param merge whether what is not named is to stay as it is
/// @param refusal why it could not be taken; none otherwise
/// @param result none before the form was sent
public record HeadersPage(
    String host, String given, boolean merge, @Nullable String refusal, @Nullable Result result) {

  /// What would be different.
  ///
  /// @param seenAt when that was seen which this rests on
  /// @param today none when nothing could be judged
  /// @param proposed none when nothing could be judged
  /// @param observatoryToday what the Observatory would say of today
  /// @param observatory what it would say then
  /// @param gone names of fields that are sent today and would not be any more
  public record Result(
      Instant seenAt,
      @Nullable Score today,
      @Nullable Score proposed,
      @Nullable Scorecard observatoryToday,
      @Nullable Scorecard observatory,
      List<String> gone,
      Consequences consequences) {

    /// Whether nothing would open or close.
    public boolean isTheSame() {
      return consequences.opens().isEmpty() && consequences.closes().isEmpty();
    }
  }

  /// A score in words.
  public static String score(@Nullable Score score) {
    if (score == null) {
      return "None: nothing could be judged";
    }
    return "%d of 100 points, %s"
        .formatted(score.points(), score.grade() == null ? "no grade" : "grade " + score.grade());
  }
}
