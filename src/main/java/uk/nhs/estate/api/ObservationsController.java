package uk.nhs.estate.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.WhoRunsIt;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Suppliers;
import uk.nhs.estate.register.Target.Kind;
import uk.nhs.estate.settings.ScannerConfig;
import uk.nhs.estate.store.ObservationRow;
import uk.nhs.estate.store.Observations;
import uk.nhs.estate.store.Targets;

/// What was seen of targets, as it was sent.
@Controller(Links.V1 + "/observations")
@Served
@Tag(name = "observations")
class ObservationsController {
  private static final Cursors<Long> LAST_FIRST = Cursors.byId("observations");

  private final Observations observations;
  private final Targets targets;
  private final KeptJson json;
  private final Suppliers suppliers;

  ObservationsController(
      Observations observations, Targets targets, KeptJson json, ScannerConfig config) {
    this.observations = observations;
    this.targets = targets;
    this.json = json;
    this.suppliers = config.lists().suppliers();
  }

  /// Lists observations, the last first.
  @Get
  Page<Observation> listObservations(
      @QueryValue @Nullable Kind kind,
      @Nullable @QueryValue DomainName name,
      @QueryValue(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
      @Nullable @QueryValue String cursor) {
    var rows =
        observations.page(
            name == null ? null : name.ascii(),
            kind == null ? null : kind.name(),
            LAST_FIRST.key(cursor, Long.MAX_VALUE),
            limit + 1);
    return Page.of(rows, limit, LAST_FIRST, ObservationRow::id, Observation::of);
  }

  /// One observation with its facts.
  @Get("/{id}")
  Observation.Whole getObservation(long id) {
    var row = observations.find(id).orElseThrow(() -> Problems.unknown("observation", id));
    var target = targets.find(row.targetId()).orElseThrow().target();
    var seen = observations.read(row, target);
    return new Observation.Whole(
        Observation.of(row),
        Observation.RunBy.of(WhoRunsIt.of(seen, suppliers)),
        seen.sightings().stream().map(sighting -> Observation.Seen.of(sighting, json)).toList());
  }
}
