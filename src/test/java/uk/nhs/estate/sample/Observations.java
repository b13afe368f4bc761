package uk.nhs.estate.sample;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.observation.Facts;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.register.Target;

/// Observations of samples.
public final class Observations {
  private Observations() {}

  /// What was seen of a sample, with some facts spoilt.
  static Observation of(Target target, List<? extends Facts> sound, Facts... spoilt) {
    var sightings = new ArrayList<Sighting>();
    for (var facts : sound) {
      var seen = Stream.of(spoilt).filter(one -> one.getClass() == facts.getClass()).findFirst();
      sightings.add(seen(seen.orElse(facts)));
    }
    return new Observation(target, SoundDomain.SEEN, sightings);
  }

  /// The same, but for one thing, which was hidden.
  public static Observation without(Observation all, Topic hidden) {
    return new Observation(
        all.target(),
        all.seenAt(),
        all.sightings().stream()
            .map(sighting -> sighting.topic() == hidden ? unseen(hidden) : sighting)
            .toList());
  }

  /// Nothing was seen of a target: everything was hidden.
  public static Observation ofNothing(Target target) {
    return new Observation(
        target,
        SoundDomain.SEEN,
        EnumSet.allOf(Topic.class).stream()
            .filter(topic -> topic.target() == target.kind())
            .map(Observations::unseen)
            .toList());
  }

  private static Sighting seen(Facts facts) {
    for (var topic : Topic.values()) {
      if (topic.facts().isInstance(facts)) {
        return new Sighting.Seen(topic, facts);
      }
    }
    throw new IllegalArgumentException(facts + " belong to no topic");
  }

  private static Sighting unseen(Topic topic) {
    return new Sighting.Unseen(topic, new Obstacle(Obstacle.Kind.TIMED_OUT, "5 s"));
  }
}
