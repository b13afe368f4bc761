package uk.nhs.estate.advice;

import java.util.List;
import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;

/// What would be different were a header sent with a site's page.
///
/// @param today what was seen
/// @param proposed what would be seen
/// @param gone names of fields that are sent today and would not be any more
public record HeaderPreview(
    Observation today, Observation proposed, Consequences consequences, List<String> gone) {

  public HeaderPreview {
    gone = List.copyOf(gone);
  }

  /// Compares; empty if the site shows no page of its own over HTTPS today.
  public static Optional<HeaderPreview> of(
      Observation today, ProposedHeader header, List<Check> checks) {
    return today.byTopic().get(Topic.HTTP) instanceof Sighting.Seen(_, HttpFacts http)
        ? header.in(http).map(facts -> of(today, today.with(facts), checks, header.gone(http)))
        : Optional.empty();
  }

  /// Says what a header that stands alone would be judged.
  ///
  /// @param nothing an observation without sightings
  /// @param alone the header, as all that was seen
  public static HeaderPreview alone(Observation nothing, Observation alone, List<Check> checks) {
    return of(nothing, alone, checks, List.of());
  }

  private static HeaderPreview of(
      Observation today, Observation proposed, List<Check> checks, List<String> gone) {
    return new HeaderPreview(
        today, proposed, Consequences.of(today, proposed, Topic.HTTP, checks), gone);
  }
}
