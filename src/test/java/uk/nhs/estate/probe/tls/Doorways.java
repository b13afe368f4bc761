package uk.nhs.estate.probe.tls;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import uk.nhs.estate.probe.Lab;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.probe.net.ScannerSettings.Politeness;

/// Ways into servers of the lab.
final class Doorways {
  private Doorways() {}

  /// A dialler that waits for nothing between its connections.
  static Dialler dialler(int port) {
    var settings = Lab.settings(new InetSocketAddress("127.0.0.1", 53), port, port);
    return new Dialler(Lab.politeness(settings, new Politeness(6, Duration.ZERO, 50)));
  }

  static Doorway to(Dialler dialler, int port) {
    var loopback = InetAddress.ofLiteral("127.0.0.1");
    return limit -> dialler.dial(loopback, port, limit);
  }
}
