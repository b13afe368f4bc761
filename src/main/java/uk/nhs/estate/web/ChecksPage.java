package uk.nhs.estate.web;

import java.util.List;
import uk.nhs.estate.check.Rule;

/// Every check that counts, in words.
///
/// @param policy the version of the policy
public record ChecksPage(String policy, List<Line> lines) {

  /// A check.
  ///
  /// @param kind the kind of target that it judges
  /// @param cost what an open finding takes from 100 points
  public record Line(Rule rule, String kind, int cost) {}
}
