package uk.nhs.estate.observation;

/// The facts that a look brought back, or the obstacle that hid them.
public sealed interface Sighting {

  /// What the look was about.
  Topic topic();

  /// The look succeeded.
  record Seen(Topic topic, Facts facts) implements Sighting {
    public Seen {
      if (!topic.facts().isInstance(facts)) {
        throw new IllegalArgumentException(
            topic + " is not seen as " + facts.getClass().getSimpleName());
      }
    }
  }

  /// The look failed: nothing is known.
  record Unseen(Topic topic, Obstacle obstacle) implements Sighting {}
}
