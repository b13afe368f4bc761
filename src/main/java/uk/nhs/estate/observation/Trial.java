package uk.nhs.estate.observation;

/// What came of trying something out on a server, in three states.
public sealed interface Trial {

  /// It took it.
  ///
  /// @param answer what it said
  record TakenUp(String answer) implements Trial {}

  /// It did not.
  ///
  /// @param answer what it said instead
  record TurnedDown(String answer) implements Trial {}

  /// Nobody knows.
  record Undecided(Obstacle obstacle) implements Trial {}

  /// The same without words that may differ from look to look.
  default Trial steady() {
    return switch (this) {
      case TakenUp _ -> new TakenUp("");
      case TurnedDown _ -> new TurnedDown("");
      case Undecided(var obstacle) -> new Undecided(new Obstacle(obstacle.kind()));
    };
  }
}
