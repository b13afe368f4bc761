package uk.nhs.estate.cli;

import java.util.HashMap;
import java.util.Map;

/// Micronaut's properties for listening at some address and port.
final class Listeners {
  private static final String ALL_ADDRESSES = "0.0.0.0";

  private Listeners() {}

  /// One listener for everything.
  static Map<String, Object> everything(String host, int port) {
    return Map.of("micronaut.server.host", host, "micronaut.server.port", port);
  }

  /// One listener for pages and API, another, open to every address, for health and metrics.
  static Map<String, Object> healthApart(String host, int port, int healthPort) {
    var properties = new HashMap<>(everything(host, port));
    properties.put("micronaut.server.netty.listeners.web.host", host);
    properties.put("micronaut.server.netty.listeners.web.port", port);
    health(properties, ALL_ADDRESSES, healthPort);
    return properties;
  }

  /// One listener, for health and metrics only.
  static Map<String, Object> healthOnly(String host, int port) {
    var properties = new HashMap<>(everything(host, port));
    health(properties, host, port);
    return properties;
  }

  private static void health(Map<String, Object> properties, String host, int port) {
    properties.put("micronaut.server.netty.listeners.health.host", host);
    properties.put("micronaut.server.netty.listeners.health.port", port);
    properties.put("micronaut.server.netty.listeners.health.expose-default-routes", false);
    properties.put("endpoints.all.port", port);
  }
}
