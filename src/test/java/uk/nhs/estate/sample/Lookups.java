package uk.nhs.estate.sample;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Security;

/// Answers of the DNS.
public final class Lookups {
  private Lookups() {}

  /// Records with their data in presentation format.
  public static Lookup found(String name, String type, String... data) {
    return foundByAlias(List.of(), name, type, data);
  }

  public static Lookup foundByAlias(
      List<String> aliases, String name, String type, String... data) {
    var records =
        Stream.of(data).map(one -> new Lookup.ResourceRecord(name, 3600, type, one)).toList();
    return new Lookup(name, type, new Lookup.Found(aliases, records));
  }

  public static Lookup absent(String name, String type) {
    return new Lookup(name, type, new Lookup.Absent(Lookup.Absence.NODATA, List.of()));
  }

  public static Lookup nxdomain(String name, String type, String... aliases) {
    return new Lookup(name, type, new Lookup.Absent(Lookup.Absence.NXDOMAIN, List.of(aliases)));
  }

  /// The aliases go round in a circle.
  public static Lookup loop(String name, String type, String... aliases) {
    return new Lookup(name, type, new Lookup.Absent(Lookup.Absence.LOOP, List.of(aliases)));
  }

  public static Lookup unasked(String name, String type) {
    return new Lookup(
        name, type, new Lookup.Unasked(new Obstacle(Obstacle.Kind.NAME_SERVERS_SILENT)));
  }

  /// The same look-up, validated.
  public static Lookup secure(Lookup lookup) {
    return with(lookup, new Security.Secure());
  }

  /// The same look-up with a verdict of DNSSEC.
  public static Lookup with(Lookup lookup, Security security) {
    return new Lookup(lookup.name(), lookup.type(), lookup.answer(), security);
  }

  /// The look-ups with those instead that ask the same.
  static List<Lookup> replace(List<Lookup> lookups, Lookup... instead) {
    return Stream.concat(
            Stream.of(instead),
            lookups.stream()
                .filter(old -> Stream.of(instead).noneMatch(one -> isSameQuestion(one, old))))
        .toList();
  }

  static Lookup pick(List<Lookup> lookups, String name, String type) {
    return lookups.stream()
        .filter(one -> one.name().equals(name) && one.type().equals(type))
        .findFirst()
        .orElseThrow();
  }

  static boolean isSameQuestion(Lookup one, Lookup other) {
    return one.name().equals(other.name()) && one.type().equals(other.type());
  }
}
