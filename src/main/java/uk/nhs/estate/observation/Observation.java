package uk.nhs.estate.observation;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import uk.nhs.estate.register.Target;

/// All sightings of one target at one moment: what checks judge and what is stored whole.
public record Observation(Target target, Instant seenAt, List<Sighting> sightings) {

  public Observation {
    sightings = List.copyOf(sightings);
    var topics = new EnumMap<Topic, Sighting>(Topic.class);
    for (var sighting : sightings) {
      if (sighting.topic().target() != target.kind()) {
        throw new IllegalArgumentException(sighting.topic() + " is not looked at for " + target);
      }
      if (topics.put(sighting.topic(), sighting) != null) {
        throw new IllegalArgumentException(sighting.topic() + " was seen twice");
      }
    }
  }

  /// What was seen of a topic. A topic that nobody looked at is as unseen as a failed look.
  public Sighting of(Topic topic) {
    for (var sighting : sightings) {
      if (sighting.topic() == topic) {
        return sighting;
      }
    }
    return new Sighting.Unseen(
        topic, new Obstacle(Obstacle.Kind.SCANNER_FAULT, "nobody looked at it"));
  }

  /// The same with other facts of a site's HTTP.
  public Observation with(HttpFacts http) {
    return new Observation(
        target,
        seenAt,
        sightings.stream()
            .map(one -> one.topic() == Topic.HTTP ? new Sighting.Seen(Topic.HTTP, http) : one)
            .toList());
  }

  /// The sightings by topic, in the order of the topics.
  public Map<Topic, Sighting> byTopic() {
    var all = new EnumMap<Topic, Sighting>(Topic.class);
    sightings.forEach(sighting -> all.put(sighting.topic(), sighting));
    return all;
  }
}
