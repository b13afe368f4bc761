package uk.nhs.estate.observation;

import java.util.List;
import uk.nhs.estate.observation.text.CaaProperty;

/// The CAA records that count for a name: those of the first name that has any, on the way up from
/// it to the root (RFC 8659 §3).
public sealed interface RelevantCaa {

  /// Some were found.
  ///
  /// @param name that has them, or is an alias of a name that has them
  /// @param properties at least one
  record Found(String name, List<CaaProperty> properties) implements RelevantCaa {
    public Found {
      properties = List.copyOf(properties);
    }
  }

  /// No name on the way has any: every authority may issue.
  record None() implements RelevantCaa {}

  /// One on the way could not be asked, so that it is not known which count.
  record Hidden(Obstacle obstacle) implements RelevantCaa {}

  /// Climbs.
  ///
  /// @param lookups CAA look-ups of the names on the way, in any order; a top-level domain that
  ///     nobody asked counts as having none
  static RelevantCaa of(String name, List<Lookup> lookups) {
    for (var at = Asked.plain(name); !at.isEmpty(); at = above(at)) {
      var here = at;
      var answer =
          lookups.stream()
              .filter(one -> one.type().equals("CAA") && Asked.plain(one.name()).equals(here))
              .map(Lookup::answer)
              .findFirst()
              .orElseGet(() -> unasked(here));
      switch (answer) {
        case Lookup.Found(_, var records) -> {
          return new Found(at, records.stream().map(one -> CaaProperty.parse(one.data())).toList());
        }
        case Lookup.Absent _ -> {}
        case Lookup.Unasked(var obstacle) -> {
          return new Hidden(obstacle);
        }
      }
    }
    return new None();
  }

  /// The name one label up; empty at the top.
  static String above(String name) {
    int dot = name.indexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1);
  }

  private static Lookup.Answer unasked(String name) {
    return name.indexOf('.') < 0
        ? new Lookup.Absent(Lookup.Absence.NODATA, List.of())
        : new Lookup.Unasked(
            new Obstacle(
                Obstacle.Kind.SCANNER_FAULT, "nobody asked for the CAA records of " + name));
  }
}
