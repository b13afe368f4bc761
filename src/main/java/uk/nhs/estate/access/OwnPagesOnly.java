package uk.nhs.estate.access;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import java.util.Locale;
import java.util.Set;

/// Refuses what a page of another origin makes a browser send: requests that change something.
///
/// Browsers say where a request comes from in `Sec-Fetch-Site` (Fetch Metadata §2.3), older ones in
/// `Origin` (RFC 6454 §7). Programs send neither and are let through. Only headers are read, so a
/// body may come when it likes.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class OwnPagesOnly {
  private static final String SEC_FETCH_SITE = "Sec-Fetch-Site";
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  @RequestFilter
  void check(HttpRequest<?> request) {
    if (!SAFE.contains(request.getMethod()) && !isOwn(request)) {
      throw new HttpStatusException(
          HttpStatus.FORBIDDEN,
          "A page of another site may not change anything here: do it from our own pages.");
    }
  }

  private static boolean isOwn(HttpRequest<?> request) {
    var headers = request.getHeaders();
    var sites = headers.getAll(SEC_FETCH_SITE);
    if (!sites.isEmpty()) {
      return sites.stream().allMatch(site -> site.equals("same-origin") || site.equals("none"));
    }
    var host = String.valueOf(headers.get(HttpHeaders.HOST)).toLowerCase(Locale.ROOT);
    return headers.getAll(HttpHeaders.ORIGIN).stream()
        .map(origin -> origin.toLowerCase(Locale.ROOT))
        .allMatch(origin -> origin.equals("http://" + host) || origin.equals("https://" + host));
  }
}
