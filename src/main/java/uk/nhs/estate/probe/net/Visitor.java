package uk.nhs.estate.probe.net;

import java.time.Duration;
import java.util.function.Function;
import okhttp3.HttpUrl;
import uk.nhs.estate.observation.Visit;

/// Makes visits: asks, and follows redirects as far as the limits and the guard let it.
public final class Visitor {
  private final ScannerSettings settings;
  private final Dialler dialler;
  private final Handshake handshake;
  private final Exchange exchange;

  /// @param handshake how to speak TLS, and with whom
  public Visitor(ScannerSettings settings, Dialler dialler, Handshake handshake) {
    this.settings = settings;
    this.dialler = dialler;
    this.handshake = handshake;
    this.exchange = new Exchange(settings);
  }

  /// One visit.
  ///
  /// @param where finds the addresses of a host, as the redirects lead to others
  public Visit visit(HttpUrl start, Function<String, Addresses> where, Errand errand) {
    try (var tour = tour(where, settings.limits().visit())) {
      return tour.visit(start, errand);
    }
  }

  /// Visits that belong together. Whoever sets out on the tour closes it.
  ///
  /// @param where as for [#visit]
  /// @param time all of it may take, our own queues not counted
  public Tour tour(Function<String, Addresses> where, Duration time) {
    return new Tour(settings, dialler, handshake, exchange, where, TimeLimit.of(time));
  }
}
