package uk.nhs.estate.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.posture.Block;
import uk.nhs.estate.observation.posture.WebWords;
import uk.nhs.estate.profile.observatory.Scorecard;

/// What one look at the web of a site found, for people and for programs.
///
/// @param report its facts are as they were sent, but for the values of cookies
/// @param observatory what the Observatory would say; none when nothing was seen
record WebReport(ScanReport report, @Nullable Scorecard observatory) {

  static WebReport of(ScanReport report, @Nullable Scorecard observatory) {
    return new WebReport(
        report.with(report.sightings().stream().map(WebReport::shown).toList()), observatory);
  }

  private static Sighting shown(Sighting sighting) {
    return sighting instanceof Sighting.Seen(var topic, HttpFacts http)
        ? new Sighting.Seen(
            topic,
            http.eachAnswer(hop -> hop.with(hop.fields().stream().map(WebWords::shown).toList())))
        : sighting;
  }

  /// What the Observatory would say, in a line.
  String comparable() {
    return observatory == null
        ? "No grade: nothing could be seen"
        : "Comparable to MDN HTTP Observatory: " + observatory.summary();
  }

  void print(PrintWriter out) {
    out.printf("%s, seen %s%n", report.name(), report.seenAt());
    for (var sighting : report.sightings()) {
      if (sighting instanceof Sighting.Seen(_, HttpFacts http)) {
        WebWords.of(http).forEach(block -> Blocks.print(block, out));
      }
    }
    if (observatory != null) {
      Blocks.print(block(observatory), out);
    }
    out.println();
    report.print(out);
  }

  private static Block block(Scorecard card) {
    var pairs = new ArrayList<Block.Pair>();
    pairs.add(new Block.Pair("Grade", card.summary()));
    for (var line : card.tests()) {
      var words = new ArrayList<String>();
      words.add(line.points().isEmpty() ? line.words() : line.words() + " (" + line.points() + ")");
      if (line.deviation() != null) {
        words.add(line.deviation().sentence());
      }
      pairs.add(new Block.Pair(line.test(), List.copyOf(words)));
    }
    return new Block.Pairs("Comparable to MDN HTTP Observatory " + card.version(), pairs);
  }
}
