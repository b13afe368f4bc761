package uk.nhs.estate.sample;

import static uk.nhs.estate.sample.Lookups.absent;
import static uk.nhs.estate.sample.Lookups.found;
import static uk.nhs.estate.sample.Lookups.nxdomain;
import static uk.nhs.estate.sample.Lookups.unasked;

import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.PointedAt;

/// What became of names that records point at.
public final class Targets {
  private Targets() {}

  public static PointedAt there(String name) {
    return new PointedAt(name, found(name, "A", "192.0.2.99"), absent(name, "AAAA"), null);
  }

  /// The name does not exist, its domain does.
  public static PointedAt missing(String name, String domain) {
    return gone(name, found(domain, "SOA", SoundServers.SOA));
  }

  /// Neither the name nor its domain exists.
  public static PointedAt free(String name, String domain) {
    return gone(name, nxdomain(domain, "SOA"));
  }

  /// The name does not exist; what there is of its domain could not be asked.
  public static PointedAt maybeFree(String name, String domain) {
    return gone(name, unasked(domain, "SOA"));
  }

  /// The name does not exist, and nobody asked for its domain.
  public static PointedAt gone(String name, @Nullable Lookup registered) {
    return new PointedAt(name, nxdomain(name, "A"), nxdomain(name, "AAAA"), registered);
  }

  public static PointedAt hidden(String name) {
    return new PointedAt(name, unasked(name, "A"), unasked(name, "AAAA"), null);
  }
}
