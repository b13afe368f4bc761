package uk.nhs.estate.probe.tls;

import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.TlsPosture;

/// Finds out what one server does with every kind of TLS offer, with as few connections as can be.
public final class TlsEngine {
  private final Allowance allowance;

  public TlsEngine(Allowance allowance) {
    this.allowance = allowance;
  }

  /// @param doorway leads to the server, time and again
  /// @param serverName to be sent in SNI (RFC 6066 §3); none for a server without a name
  public TlsPosture posture(Doorway doorway, @Nullable String serverName) {
    try (var porter = new Porter(doorway, allowance)) {
      var notebook = new Notebook();
      var survey = new Survey(porter, notebook, serverName).make();
      return new TlsPosture(
          survey.versions(),
          survey.suites(),
          survey.groups(),
          notebook.chains(),
          notebook.keys(),
          notebook.tickets(),
          notebook.behaviours(),
          notebook.oddities(),
          porter.effort());
    }
  }
}
