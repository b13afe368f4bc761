package uk.nhs.estate.profile;

import java.util.List;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;

/// An address of a site, as far as there is something to compare.
sealed interface Place {
  /// The address and port.
  String at();

  /// What it does with every offer is known.
  record Seen(String at, TlsPosture posture) implements Place {}

  /// It is not.
  record Hidden(String at, String why) implements Place {}

  /// Every address of a site, at least one.
  static List<Place> of(TlsFacts tls) {
    if (tls.servers().isEmpty()) {
      return List.of(new Hidden(tls.endpoint().toString(), why(tls.outcome())));
    }
    return tls.servers().stream().map(Place::of).toList();
  }

  private static Place of(TlsFacts.Server server) {
    var at = server.endpoint().toString();
    return switch (server) {
      case TlsFacts.Met(_, var outcome, var posture) ->
          posture == null ? new Hidden(at, why(outcome)) : new Seen(at, posture);
      case TlsFacts.Unmet(_, var obstacle) -> new Hidden(at, obstacle.words());
    };
  }

  private static String why(TlsFacts.Outcome outcome) {
    return switch (outcome) {
      case TlsFacts.Completed _ -> "no more than one handshake was tried";
      case TlsFacts.Failed(_, var answer) -> "no TLS handshake was completed (" + answer + ")";
      case TlsFacts.NotTls _ -> "it does not speak TLS";
      case TlsFacts.NobodyListens _ -> "nobody listens";
    };
  }
}
