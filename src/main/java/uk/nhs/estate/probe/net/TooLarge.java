package uk.nhs.estate.probe.net;

import java.io.IOException;

/// The other side sent more than the scanner reads.
public final class TooLarge extends IOException {
  /// @param most the limit that was passed, in octets
  public TooLarge(long most) {
    super("more than " + most + " octets");
  }
}
