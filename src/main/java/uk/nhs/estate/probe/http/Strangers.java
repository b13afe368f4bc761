package uk.nhs.estate.probe.http;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import uk.nhs.estate.observation.CrossOrigin;
import uk.nhs.estate.observation.CrossOrigin.Kind;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.PublicSuffixes;

/// The other origins that a site is asked for, and when it is worth asking for more than one.
///
/// Nothing is ever sent to them: they are only named.
final class Strangers {
  /// Nobody has a name under `.invalid` (RFC 6761 §6.4).
  static final String NOBODY = "https://cross-origin.invalid";

  /// An origin, and what kind of stranger it makes of who asks.
  record Stranger(Kind kind, String origin) {}

  private Strangers() {}

  /// Those that sites let in by mistake.
  static List<Stranger> alike(DomainName host) {
    var name = host.ascii();
    var registered =
        PublicSuffixes.bundled().registrable(host).map(DomainName::ascii).orElse(name);
    return List.of(
        new Stranger(Kind.OPAQUE, "null"),
        new Stranger(Kind.ENDS_ALIKE, "https://not" + registered),
        new Stranger(Kind.BEGINS_ALIKE, "https://" + name + ".cross-origin.invalid"),
        new Stranger(Kind.SUBDOMAIN, "https://cross-origin." + registered));
  }

  /// Whether answers show that other origins may be let in, depending on which.
  static boolean mayBeLetIn(Visit page, List<CrossOrigin> asked) {
    return Stream.concat(Stream.of(page), asked.stream().map(CrossOrigin::visit))
        .flatMap(visit -> visit.hops().stream())
        .flatMap(hop -> hop.fields().stream())
        .anyMatch(Strangers::speaksOfOrigins);
  }

  private static boolean speaksOfOrigins(Hop.Field field) {
    var name = field.name().toLowerCase(Locale.ROOT);
    return name.startsWith("access-control-allow-")
        || (name.equals("vary") && field.value().toLowerCase(Locale.ROOT).contains("origin"));
  }
}
