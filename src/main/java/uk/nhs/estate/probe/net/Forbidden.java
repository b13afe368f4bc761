package uk.nhs.estate.probe.net;

import java.io.IOException;

/// The scanner must not connect there: the [AddressGuard] objects, or it is no port for the web.
public final class Forbidden extends IOException {
  /// @param why the objection, as people read it
  public Forbidden(String why) {
    super(why);
  }
}
