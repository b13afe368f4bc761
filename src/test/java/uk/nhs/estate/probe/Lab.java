package uk.nhs.estate.probe;

import java.net.InetSocketAddress;
import java.security.cert.TrustAnchor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.probe.net.ScannerSettings;
import uk.nhs.estate.probe.net.ScannerSettings.Dns;
import uk.nhs.estate.probe.net.ScannerSettings.Limits;
import uk.nhs.estate.probe.net.ScannerSettings.Politeness;
import uk.nhs.estate.register.KnownSelectors;
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

  /// Without root servers: only the resolver is asked.
  public static final Dns NO_DNS =
      new Dns(53, "", "", null, List.of(PATIENCE), Duration.ofSeconds(10), 1000, 100);
  /// Whom such a scanner trusts, where it must.
  public static final Set<TrustAnchor> TRUSTED = TrustStore.read(null);

  /// No registry is asked.
  public static final RdapServices NO_REGISTRIES = new RdapServices(Map.of());

  /// Where DKIM keys are looked for.
  public static final KnownSelectors SELECTORS = new KnownSelectors(List.of(), List.of("s1"));

  private Lab() {}

  /// The same scanner with name servers to ask directly.
  public static ScannerSettings dns(ScannerSettings s, Dns dns) {
    return s.aimedAt(
        s.resolvers(),
        s.allowedNetworks(),
        s.httpPort(),
        s.httpsPort(),
        s.smtpPort(),
        s.trustStore(),
        dns);
  }

  /// Without a crawl.
  public static final ScannerSettings.Web WEB =
      new ScannerSettings.Web(2 * 1024 * 1024, 0, 2, Duration.ZERO);

  /// A scanner that may connect to loopback only.
  public static ScannerSettings settings(InetSocketAddress resolver, int httpPort, int httpsPort) {
    return new ScannerSettings(
        "Lab/1.0 (+https://lab.test/)",
        List.of(resolver.getAddress().getHostAddress() + ":" + resolver.getPort()),
        List.of("127.0.0.0/8"),
        List.of(),
        httpPort,
        httpsPort,
        25,
        null,
        null,
        LIMITS,
        POLITENESS,
        NO_DNS,
        WEB);
  }

  /// The same scanner with another port for mail.
  public static ScannerSettings smtp(ScannerSettings s, int smtpPort) {
    return s.aimedAt(
        s.resolvers(),
        s.allowedNetworks(),
        s.httpPort(),
        s.httpsPort(),
        smtpPort,
        s.trustStore(),
        s.dns());
  }

  /// The same scanner under another name for mail servers.
  public static ScannerSettings helo(ScannerSettings s, @Nullable String helo) {
    return new ScannerSettings(
        s.userAgent(),
        s.resolvers(),
        s.allowedNetworks(),
        s.forbiddenNetworks(),
        s.httpPort(),
        s.httpsPort(),
        s.smtpPort(),
        helo,
        s.trustStore(),
        s.limits(),
        s.politeness(),
        s.dns(),
        s.web());
  }

  public static ScannerSettings limits(ScannerSettings s, Limits limits) {
    return new ScannerSettings(
        s.userAgent(),
        s.resolvers(),
        s.allowedNetworks(),
        s.forbiddenNetworks(),
        s.httpPort(),
        s.httpsPort(),
        s.smtpPort(),
        s.smtpHelo(),
        s.trustStore(),
        limits,
        s.politeness(),
        s.dns(),
        s.web());
  }

  public static ScannerSettings politeness(ScannerSettings s, Politeness politeness) {
    return new ScannerSettings(
        s.userAgent(),
        s.resolvers(),
        s.allowedNetworks(),
        s.forbiddenNetworks(),
        s.httpPort(),
        s.httpsPort(),
        s.smtpPort(),
        s.smtpHelo(),
        s.trustStore(),
        s.limits(),
        politeness,
        s.dns(),
        s.web());
  }
}
