package uk.nhs.estate.probe.tls;

import java.io.IOException;

/// The other side asked for a certificate, was shown none, and ended it there.
final class NoCertificate extends IOException {
  NoCertificate(IOException how) {
    super(how.getMessage(), how);
  }
}
