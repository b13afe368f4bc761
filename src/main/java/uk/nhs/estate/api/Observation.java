package uk.nhs.estate.api;

import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.WhoRunsIt;
import uk.nhs.estate.register.Supplier;
import uk.nhs.estate.register.Target.Kind;
import uk.nhs.estate.store.FactsJson;
import uk.nhs.estate.store.ObservationRow;

/// What was seen of a target, as long as it stayed the same.
///
/// @param scan the scan that saw it first
/// @param looks how many looks have seen the same
@Serdeable
record Observation(
    long id,
    Kind kind,
    String name,
    UUID scan,
    Instant firstSeenAt,
    Instant lastSeenAt,
    long looks,
    Map<String, String> links) {

  /// An observation with all that was seen.
  @Serdeable
  @Schema(name = "WholeObservation")
  record Whole(Observation observation, RunBy runBy, List<Seen> sightings) {}

  /// Who runs the target, as far as the names tell that its records point at.
  ///
  /// @param place where the target points
  /// @param services who does what for it; what could not be asked is left out
  @Serdeable
  @Schema(name = "RunBy")
  record RunBy(WhoRunsIt.Place place, List<Run> services) {

    static RunBy of(WhoRunsIt view) {
      return new RunBy(view.place(), view.services().stream().map(Run::of).toList());
    }
  }

  /// Who does one thing for a target.
  ///
  /// @param parties none when no record tells
  @Serdeable
  @Schema(name = "Run")
  record Run(Supplier.Service service, List<Party> parties) {

    static Run of(WhoRunsIt.Run run) {
      return new Run(run.service(), run.parties().stream().map(Party::of).toList());
    }
  }

  /// Somebody who runs servers for a target.
  ///
  /// @param supplier its name; none for the target itself and for those that are not recognised
  /// @param names the servers' names
  @Serdeable
  @Schema(name = "Party")
  record Party(WhoRunsIt.Party.Kind kind, @Nullable String supplier, List<String> names) {

    static Party of(WhoRunsIt.Party party) {
      return new Party(party.kind(), party.supplier(), party.names());
    }
  }

  /// What a look brought back of one topic, or what hid it.
  ///
  /// @param facts what was seen, as it was sent, in the shape of its topic; none when something hid
  ///     it. Those of `DNS` hold the verdicts of DNSSEC, too
  /// @param obstacle what hid it, in words
  @Serdeable
  @Schema(name = "Sighting")
  record Seen(
      Topic topic,
      @Nullable JsonNode facts,
      Obstacle.@Nullable Kind obstacleKind,
      @Nullable String obstacle) {

    static Seen of(Sighting sighting, KeptJson json) {
      return switch (sighting) {
        case Sighting.Seen(var topic, var facts) ->
            new Seen(topic, json.tree(FactsJson.write(facts)), null, null);
        case Sighting.Unseen(var topic, var obstacle) ->
            new Seen(topic, null, obstacle.kind(), obstacle.words());
      };
    }
  }

  static Observation of(ObservationRow row) {
    return new Observation(
        row.id(),
        Kind.valueOf(row.kind()),
        row.name(),
        row.scanId(),
        row.firstSeenAt(),
        row.lastSeenAt(),
        row.looks(),
        Links.named(
            "self", Links.V1 + "/observations/" + row.id(),
            "target", Links.target(row.kind(), row.name()),
            "scan", Links.V1 + "/scans/" + row.scanId()));
  }
}
