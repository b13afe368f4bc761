package uk.nhs.estate.probe.tls;

import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.register.ScanLevel;

/// Finds out what one server does with every kind of TLS offer, with as few connections as can be.
public final class TlsEngine {
  private final Allowance allowance;

  public TlsEngine(Allowance allowance) {
    this.allowance = allowance;
  }

  /// What it offers, and nothing that would take a handshake to its end.
  ///
  /// @param doorway leads to the server, time and again
  /// @param serverName to be sent in SNI (RFC 6066 §3); none for a server without a name
  TlsPosture posture(Doorway doorway, @Nullable String serverName) {
    try (var porter = new Porter(doorway, allowance)) {
      return offers(porter, serverName);
    }
  }

  /// What it offers, and how it behaves once a handshake is finished.
  ///
  /// @param halves kept for the life of a look
  /// @param first a handshake of a browser with it, goodbye said, which saves one; none for none
  /// @param level whether flaws may be probed for as well
  public TlsPosture posture(
      Doorway doorway,
      @Nullable String serverName,
      KeyHalves halves,
      @Nullable Secured first,
      ScanLevel level) {
    try (var porter = new Porter(doorway, allowance)) {
      var found = offers(porter, serverName);
      return Behaviours.of(porter, halves, serverName, found, first, level)
          .addedTo(found, porter.effort());
    }
  }

  private static TlsPosture offers(Porter porter, @Nullable String serverName) {
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
