package uk.nhs.estate.cli;

import java.io.PrintWriter;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.posture.WebWords;

/// What one look at the web of a site found, for people and for programs.
///
/// @param report its facts are as they were sent, but for the values of cookies
record WebReport(ScanReport report) {

  static WebReport of(ScanReport report, Observation seen) {
    return new WebReport(report.with(seen.sightings().stream().map(WebReport::shown).toList()));
  }

  private static Sighting shown(Sighting sighting) {
    return sighting instanceof Sighting.Seen(var topic, HttpFacts http)
        ? new Sighting.Seen(
            topic,
            http.eachAnswer(
                hop -> hop.with(hop.fields().stream().map(WebWords::shown).toList())))
        : sighting;
  }

  void print(PrintWriter out) {
    out.printf("%s, seen %s%n", report.name(), report.seenAt());
    report.sightings().stream()
        .filter(sighting -> sighting.topic() == Topic.HTTP)
        .forEach(
            sighting -> {
              if (sighting instanceof Sighting.Seen(_, HttpFacts http)) {
                WebWords.of(http).forEach(block -> Blocks.print(block, out));
              }
            });
    out.println();
    report.print(out);
  }
}
