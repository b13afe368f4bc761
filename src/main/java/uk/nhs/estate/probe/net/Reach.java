package uk.nhs.estate.probe.net;

import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.observation.Obstacle;

/// What came of trying a host's addresses.
public sealed interface Reach {

  /// One of them let us in. Whoever gets the line closes it.
  record Reached(Line line) implements Reach {}

  /// All of them refused the connection, twice.
  ///
  /// @param first the one tried first
  record NobodyListens(Endpoint first) implements Reach {}

  /// None could be reached, and that is all we know.
  record Hidden(Obstacle obstacle) implements Reach {}
}
