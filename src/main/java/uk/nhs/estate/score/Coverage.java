package uk.nhs.estate.score;

/// How much of what can be checked has been seen at least once.
///
/// @param seen checks that have had an observed verdict
/// @param all checks for this kind of target
public record Coverage(int seen, int all) {
  public Coverage {
    if (seen < 0 || seen > all) {
      throw new IllegalArgumentException(seen + " of " + all);
    }
  }

  /// From 0 to 100, rounded down.
  public int percent() {
    return all == 0 ? 0 : seen * 100 / all;
  }
}
