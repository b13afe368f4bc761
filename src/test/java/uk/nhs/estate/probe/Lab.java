package uk.nhs.estate.probe;

import java.net.InetSocketAddress;
import java.security.cert.TrustAnchor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.probe.net.ScannerSettings.Limits;
import uk.nhs.estate.probe.net.ScannerSettings.Politeness;
import uk.nhs.estate.register.RdapServices;
import uk.nhs.estate.settings.TrustStore;

/// Settings for scanners in tests: on loopback, with short limits, and hardly polite.
public final class Lab {
  /// Long enough for a busy machine to answer in, short enough to wait for.
  public static final Duration PATIENCE = Duration.ofMillis(1500);

  public static final Limits LIMITS =
      new Limits(
          PATIENCE, 1, PATIENCE, PATIENCE, Duration.ofMillis(2500), 10, 16 * 1024, 4 * 1024, 4);

  public static final Politeness POLITENESS = new Politeness(2, Duration.ZERO, 50);

  /// Whom such a scanner trusts, where it must.
  public static final Set<TrustAnchor> TRUSTED = TrustStore.read(null);

  /// No registry is asked.
  public static final RdapServices NO_REGISTRIES = new RdapServices(Map.of());

  private Lab() {}

  /// A scanner that may connect to loopback only.
  public static ScannerSettings settings(InetSocketAddress resolver, int httpPort, int httpsPort) {
    return new ScannerSettings(
        "Lab/1.0 (+https://lab.test/)",
        List.of(resolver.getAddress().getHostAddress() + ":" + resolver.getPort()),
        List.of("127.0.0.0/8"),
        List.of(),
        httpPort,
        httpsPort,
        null,
        LIMITS,
        POLITENESS);
  }

  public static ScannerSettings limits(ScannerSettings s, Limits limits) {
    return new ScannerSettings(
        s.userAgent(),
        s.resolvers(),
        s.allowedNetworks(),
        s.forbiddenNetworks(),
        s.httpPort(),
        s.httpsPort(),
        s.trustStore(),
        limits,
        s.politeness());
  }

  public static ScannerSettings politeness(ScannerSettings s, Politeness politeness) {
    return new ScannerSettings(
        s.userAgent(),
        s.resolvers(),
        s.allowedNetworks(),
        s.forbiddenNetworks(),
        s.httpPort(),
        s.httpsPort(),
        s.trustStore(),
        s.limits(),
        politeness);
  }
}
