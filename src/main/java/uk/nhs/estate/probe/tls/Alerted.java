package uk.nhs.estate.probe.tls;

import java.io.IOException;
import uk.nhs.estate.probe.tls.Message.Alert;

/// The other side ended it with an alert.
final class Alerted extends IOException {
  private final transient Alert alert;

  Alerted(Alert alert) {
    super("alert " + alert.description());
    this.alert = alert;
  }

  Alert alert() {
    return alert;
  }
}
