package uk.nhs.estate.probe.tls;

import java.net.InetSocketAddress;
import java.time.Duration;
import uk.nhs.estate.lab.LabIdentity;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.probe.Lab;
import uk.nhs.estate.probe.LoneServer;
import uk.nhs.estate.probe.net.Dialler;

/// Asks a server in the lab for everything that it offers.
final class Postures {
  /// Long enough for a busy machine to answer in, short enough to wait for.
  static final Allowance BRIEF =
      new Allowance(3, 400, Duration.ofMillis(1500), Duration.ofSeconds(20), 1 << 20);

  private Postures() {}

  static TlsPosture of(LoneServer server) {
    return of(server, BRIEF);
  }

  static TlsPosture of(LoneServer server, Allowance allowance) {
    var resolver = new InetSocketAddress(LoneServer.home(), server.port());
    try (var dialler = new Dialler(Lab.settings(resolver, server.port(), server.port()))) {
      return new TlsEngine(allowance)
          .posture(
              limit -> dialler.dial(LoneServer.home(), server.port(), limit), LabIdentity.HOST);
    }
  }
}
