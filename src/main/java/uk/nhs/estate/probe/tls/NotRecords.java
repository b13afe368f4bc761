package uk.nhs.estate.probe.tls;

import java.io.IOException;

/// What came in are no records of TLS.
final class NotRecords extends IOException {
  private final byte[] octets;

  /// @param octets those that should have been the header of a record
  NotRecords(byte[] octets) {
    super("not a record");
    this.octets = octets.clone();
  }

  byte[] octets() {
    return octets.clone();
  }
}
