package uk.nhs.estate.probe.dns;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.RelevantCaa;

/// Asks for CAA records from a name upwards (RFC 8659 §3).
final class CaaClimb {
  private CaaClimb() {}

  /// The look-ups of the name and of those above it, but for the top-level domain. The first that
  /// finds some, or that could not be asked, is the last.
  static List<Lookup> from(String name, Function<Question, Lookup> ask) {
    var lookups = new ArrayList<Lookup>();
    for (var at = name; at.indexOf('.') > 0; at = RelevantCaa.above(at)) {
      lookups.add(ask.apply(new Question(at, "CAA")));
      if (!(lookups.getLast().answer() instanceof Lookup.Absent)) {
        break;
      }
    }
    return lookups;
  }
}
