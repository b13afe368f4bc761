package uk.nhs.estate.probe.tls;

import java.io.IOException;
import uk.nhs.estate.observation.tls.TlsVersion;

/// The other side answered in a version that was not offered.
final class OtherVersion extends IOException {
  OtherVersion(int version) {
    super("answered in " + TlsVersion.name(version));
  }
}
