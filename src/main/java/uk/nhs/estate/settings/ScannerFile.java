package uk.nhs.estate.settings;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.policy.Rhythm;
import uk.nhs.estate.probe.net.ScannerSettings;

/// `scanner.yml` as it is written.
record ScannerFile(
    String userAgent,
    List<String> resolvers,
    List<String> allowedNetworks,
    List<String> forbiddenNetworks,
    int httpPort,
    int httpsPort,
    int smtpPort,
    @Nullable String smtpHelo,
    @Nullable String trustStore,
    Rhythm rhythm,
    int scansAtOnce,
    ScannerSettings.Limits limits,
    ScannerSettings.Politeness politeness,
    Dns dns,
    ScannerSettings.Web web) {

  private static final Duration SOONEST_CONFIRMATION = Duration.ofMinutes(1);

  ScannerFile {
    if (rhythm.confirmAfter().compareTo(SOONEST_CONFIRMATION) < 0) {
      throw new IllegalArgumentException("rhythm.confirm-after is at least PT1M, a minute");
    }
  }

  ScannerSettings settings() {
    return new ScannerSettings(
        userAgent,
        resolvers,
        allowedNetworks,
        forbiddenNetworks,
        httpPort,
        httpsPort,
        smtpPort,
        smtpHelo,
        trustStore,
        limits,
        politeness,
        dns.settings(),
        web);
  }

  /// @param rootHints a file; none for the one inside the program
  /// @param trustAnchor likewise
  record Dns(
      int port,
      @Nullable String rootHints,
      @Nullable String trustAnchor,
      @Nullable Boolean resolversValidate,
      List<Duration> tries,
      Duration domain,
      int questionsPerSecond,
      int questionsInFlight) {

    ScannerSettings.Dns settings() {
      return new ScannerSettings.Dns(
          port,
          ZoneLines.read("root-hints", rootHints, "root-hints.txt"),
          ZoneLines.read("trust-anchor", trustAnchor, "root-anchors.txt"),
          resolversValidate,
          tries,
          domain,
          questionsPerSecond,
          questionsInFlight);
    }
  }
}
