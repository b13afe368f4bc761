package uk.nhs.estate.scan;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import uk.nhs.estate.probe.Look;
import uk.nhs.estate.settings.ScannerConfig;
import uk.nhs.estate.settings.TrustStore;

/// Makes what scans need from outside Micronaut.
@Factory
class ScanFactory {

  @Singleton
  @Bean(preDestroy = "close")
  Look look(ScannerConfig config, InstantSource clock) {
    return new Look(
        config.scanner(),
        config.lists().services(),
        config.lists().registries(),
        config.lists().selectors(),
        TrustStore.read(config.scanner().trustStore()),
        clock);
  }
}
