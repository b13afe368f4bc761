package uk.nhs.estate.probe;

import java.time.InstantSource;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.register.ScanLevel;
import uk.nhs.estate.register.Target;

/// Goes and looks at a target.
public final class Look implements AutoCloseable {
  private final InstantSource clock;

  public Look(ScannerSettings settings, InstantSource clock) {
    this.clock = clock;
  }

  /// Everything of a target that its scan level allows.
  public Observation at(Target target, ScanLevel level) {
    return new Observation(
        target,
        clock.instant(),
        java.util.Arrays.stream(Topic.values())
            .filter(topic -> topic.target() == target.kind())
            .<Sighting>map(
                topic -> new Sighting.Unseen(topic, new Obstacle(Obstacle.Kind.TIMED_OUT)))
            .toList());
  }

  @Override
  public void close() {}
}
