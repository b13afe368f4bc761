package uk.nhs.estate.access;

import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.HttpServerConfiguration;
import java.util.List;
import java.util.regex.Pattern;

/// Answers only to this machine's own names while the service is bound to loopback.
///
/// A page of another site can point a name of its own at 127.0.0.1 and then read the answers as if
/// they were its own (DNS rebinding); its requests carry that name in `Host` (RFC 9110 §7.2). They
/// get 421 (RFC 9110 §15.5.20). A port for health and metrics alone is open to every address, and
/// so to every name.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class OwnNameOnly {
  private static final Pattern LOOPBACK =
      Pattern.compile("(?i)localhost|127(\\.[0-9]{1,3}){3}|::1|0:0:0:0:0:0:0:1");
  private static final Pattern OWN_NAME =
      Pattern.compile("(?i)(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");

  private final boolean onLoopback;
  private final int openPort;

  /// @param openPort the port of health and metrics, when they have one of their own
  OwnNameOnly(HttpServerConfiguration server, @Value("${endpoints.all.port:-1}") int openPort) {
    this.onLoopback = server.getHost().filter(LOOPBACK.asMatchPredicate()).isPresent();
    this.openPort = openPort;
  }

  @RequestFilter
  void check(HttpRequest<?> request) {
    if (onLoopback
        && request.getServerAddress().getPort() != openPort
        && !isOwnName(request.getHeaders().getAll(HttpHeaders.HOST))) {
      throw new HttpStatusException(
          HttpStatus.MISDIRECTED_REQUEST,
          "This service answers only to localhost, 127.0.0.1 and [::1].");
    }
  }

  private static boolean isOwnName(List<String> hosts) {
    return hosts.size() == 1 && OWN_NAME.matcher(hosts.getFirst()).matches();
  }
}
