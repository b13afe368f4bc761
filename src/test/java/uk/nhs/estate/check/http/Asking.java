package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;

import java.util.ArrayList;
import java.util.stream.Stream;
import uk.nhs.estate.observation.CrossOrigin;
import uk.nhs.estate.observation.CrossOrigin.Kind;
import uk.nhs.estate.observation.Hop;

/// What scripts of other origins were answered.
final class Asking {
  static final String COOKIES = "Access-Control-Allow-Credentials: true";

  private Asking() {}

  /// A page for a script, with field lines of its own; `<>` in them stands for the origin.
  static CrossOrigin asked(Kind kind, String... lines) {
    var fields = new ArrayList<>(PAGE.fields());
    fields.addAll(hop(SECURE, 200, lines(kind, lines)).fields());
    var page = new Hop(SECURE, PAGE.endpoint(), 200, fields, 1);
    return new CrossOrigin(kind, origin(kind), "GET", answered(page));
  }

  /// What came of a preflight.
  static CrossOrigin preflight(Kind kind, int status, String... lines) {
    return new CrossOrigin(
        kind, origin(kind), "OPTIONS", answered(hop(SECURE, status, lines(kind, lines))));
  }

  static String origin(Kind kind) {
    return switch (kind) {
      case STRANGER -> "https://cross-origin.invalid";
      case OPAQUE -> "null";
      case ENDS_ALIKE -> "https://eviltrust.nhs.uk";
      case BEGINS_ALIKE -> "https://www.trust.nhs.uk.invalid";
      case SUBDOMAIN -> "https://cross-origin.trust.nhs.uk";
    };
  }

  /// The line that names an origin.
  static String allow(String origin) {
    return "Access-Control-Allow-Origin: " + origin;
  }

  private static String[] lines(Kind kind, String... lines) {
    return Stream.of(lines).map(line -> line.replace("<>", origin(kind))).toArray(String[]::new);
  }
}
