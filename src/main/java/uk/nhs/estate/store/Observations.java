package uk.nhs.estate.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.register.Target;

/// What was seen, kept on change.
@JdbcRepository(dialect = Dialect.POSTGRES)
public interface Observations extends GenericRepository<ObservationRow, Long> {

  /// Keeps an observation: a changed one as a new row, an unchanged one by its last-seen time.
  default void keep(long targetId, UUID scanId, Observation observation) {
    var digest = digest(observation);
    var last = last(targetId);
    if (last.isPresent() && last.get().digest().equals(digest)) {
      seenAgain(last.get().id(), observation.seenAt());
      return;
    }
    long id = add(targetId, scanId, digest, observation.seenAt());
    for (var sighting : observation.sightings()) {
      switch (sighting) {
        case Sighting.Seen(var topic, var facts) -> {
          var kept = FactsJson.keep(facts);
          kept.parts().values().forEach(part -> addPart(part.hash(), part.bytes()));
          addSighting(id, topic.name(), null, null, kept.json());
        }
        case Sighting.Unseen(var topic, var obstacle) ->
            addSighting(
                id, topic.name(), obstacle.kind().name(), Text.keepable(obstacle.detail()), null);
      }
    }
  }

  /// An observation as it was seen last: the facts as they were sent, at the last-seen time.
  default Observation read(ObservationRow row, Target target) {
    var sightings =
        sightings(row.id()).stream().map(sighting -> read(sighting, row.lastSeenAt())).toList();
    return new Observation(target, row.lastSeenAt(), sightings);
  }

  private Sighting read(SightingRow row, Instant seenAt) {
    var topic = Topic.valueOf(row.topic());
    if (row.facts() == null) {
      var kind = Obstacle.Kind.valueOf(Objects.requireNonNull(row.obstacle()));
      return new Sighting.Unseen(
          topic, new Obstacle(kind, Objects.requireNonNullElse(row.detail(), "")));
    }
    return new Sighting.Seen(
        topic, FactsJson.read(row.facts(), topic.facts(), this::part).seenAt(seenAt));
  }

  /// What tells a changed observation from an unchanged one: the steady facts and the kinds of
  /// obstacles.
  private static String digest(Observation observation) {
    var text = new StringBuilder();
    observation
        .byTopic()
        .forEach(
            (topic, sighting) ->
                text.append(topic)
                    .append('=')
                    .append(
                        switch (sighting) {
                          case Sighting.Seen(_, var facts) -> FactsJson.keep(facts.steady()).json();
                          case Sighting.Unseen(_, var obstacle) -> obstacle.kind().name();
                        })
                    .append('\n'));
    return new Part(text.toString().getBytes(StandardCharsets.UTF_8)).hash();
  }

  /// The last observation of a target.
  @Query(
      """
      select o.*, t.kind, t.name from observation o join target t on t.id = o.target_id
      where o.target_id = :targetId order by o.id desc limit 1
      """)
  Optional<ObservationRow> last(long targetId);

  /// One observation.
  @Query(
      """
      select o.*, t.kind, t.name from observation o join target t on t.id = o.target_id
      where o.id = :id
      """)
  Optional<ObservationRow> find(long id);

  /// A page of observations, the last first.
  @Query(
      """
      select o.*, t.kind, t.name from observation o join target t on t.id = o.target_id
      where o.id < :before
        and (cast(:name as text) is null or t.name = :name)
        and (cast(:kind as text) is null or t.kind = :kind)
      order by o.id desc limit :limit
      """)
  List<ObservationRow> page(@Nullable String name, @Nullable String kind, long before, int limit);

  /// The sightings of an observation.
  @Query(
      """
      select topic, obstacle, detail, cast(facts as text) as facts from sighting
      where observation_id = :id order by topic
      """)
  List<SightingRow> sightings(long id);

  /// Says that an observation was seen once more.
  @Query(
      """
      update observation set last_seen_at = greatest(last_seen_at, :at), looks = looks + 1
      where id = :id
      """)
  void seenAgain(long id, Instant at);

  /// Keeps a new observation.
  @Query(
      """
      insert into observation (target_id, scan_id, digest, first_seen_at, last_seen_at)
      values (:targetId, :scanId, :digest, :at, :at) returning id
      """)
  long add(long targetId, UUID scanId, String digest, Instant at);

  /// Keeps a sighting of a new observation.
  @Query(
      """
      insert into sighting (observation_id, topic, obstacle, detail, facts)
      values (:observationId, :topic, :obstacle, :detail, cast(:facts as json))
      """)
  void addSighting(
      long observationId,
      String topic,
      @Nullable String obstacle,
      @Nullable String detail,
      @Nullable String facts);

  /// Keeps a large part, once.
  @Query("insert into part (hash, bytes) values (:hash, :bytes) on conflict (hash) do nothing")
  void addPart(String hash, byte[] bytes);

  /// A large part.
  default byte[] part(String hash) {
    return HexFormat.of().parseHex(partInHex(hash));
  }

  /// A large part in hexadecimal digits: Micronaut Data takes an array for a list of rows.
  @Query("select encode(bytes, 'hex') from part where hash = :hash")
  String partInHex(String hash);
}
