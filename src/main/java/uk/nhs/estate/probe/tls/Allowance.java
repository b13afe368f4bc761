package uk.nhs.estate.probe.tls;

import java.time.Duration;
import uk.nhs.estate.probe.net.ScannerSettings;

/// What one server may be asked for.
///
/// @param atOnce connections in flight
/// @param connections that are opened altogether
/// @param probe for one connection
/// @param host for all of them
/// @param octets that are read on all of them
public record Allowance(int atOnce, int connections, Duration probe, Duration host, long octets) {

  /// More at once is rude, whatever is set.
  private static final int MOST_AT_ONCE = 6;

  /// As much as anybody may be asked for.
  public static final Allowance ORDINARY =
      new Allowance(3, 400, Duration.ofSeconds(4), Duration.ofSeconds(20), 1 << 20);

  /// What the settings leave of it.
  public static Allowance of(ScannerSettings settings) {
    var limits = settings.limits();
    return new Allowance(
        Math.min(settings.politeness().connectionsPerAddress(), MOST_AT_ONCE),
        ORDINARY.connections,
        shorter(ORDINARY.probe, limits.handshake()),
        shorter(ORDINARY.host, limits.visit()),
        ORDINARY.octets);
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  public Allowance {
    if (atOnce < 1 || atOnce > MOST_AT_ONCE) {
      throw new IllegalArgumentException("1 to " + MOST_AT_ONCE + " at once, not " + atOnce);
    }
  }

  /// The same with so many at once.
  public Allowance atOnce(int connections) {
    return new Allowance(connections, this.connections, probe, host, octets);
  }
}
