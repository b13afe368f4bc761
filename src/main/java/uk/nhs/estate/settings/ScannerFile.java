package uk.nhs.estate.settings;

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
    @Nullable String trustStore,
    Rhythm rhythm,
    int scansAtOnce,
    ScannerSettings.Limits limits,
    ScannerSettings.Politeness politeness) {

  ScannerSettings settings() {
    return new ScannerSettings(
        userAgent,
        resolvers,
        allowedNetworks,
        forbiddenNetworks,
        httpPort,
        httpsPort,
        trustStore,
        limits,
        politeness);
  }
}
