package uk.nhs.estate.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.ClaimableService;
import uk.nhs.estate.register.ClaimableServices;
import uk.nhs.estate.register.NamePattern;

/// `lists/takeover-fingerprints.yml` as it is written.
record FingerprintsFile(String source, String date, String licence, List<Service> services) {

  /// @param texts of the answer for a name that nobody has; without them, such a name does not
  ///     exist
  record Service(String name, Status status, List<String> aliases, @Nullable List<String> texts) {

    /// What the source calls it.
    enum Status {
      VULNERABLE,
      EDGE_CASE
    }

    ClaimableService service() {
      return new ClaimableService(
          name,
          aliases.stream().map(NamePattern::new).toList(),
          texts == null ? new ClaimableService.NoSuchName() : new ClaimableService.Answer(texts),
          status == Status.EDGE_CASE);
    }
  }

  ClaimableServices list() {
    return new ClaimableServices(services.stream().map(Service::service).toList());
  }
}
