package uk.nhs.estate.probe.tls;

import java.io.IOException;

/// The other side broke the rules of TLS; the message says how.
final class Malformed extends IOException {
  Malformed(String how) {
    super(how);
  }
}
