package uk.nhs.estate.profile.observatory;

import org.jspecify.annotations.Nullable;

/// What one of the twelve tests came to.
///
/// @param difference where the Observatory says something else; none if it says the same
public record Result(Question question, Outcome outcome, @Nullable Difference difference) {

  /// What the Observatory would say instead, and which reading of a standard makes the difference.
  public record Difference(Outcome theirs, Deviation because) {}
}
