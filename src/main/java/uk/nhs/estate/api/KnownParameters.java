package uk.nhs.estate.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteAttributes;
import java.util.Arrays;
import java.util.List;
import uk.nhs.estate.register.Refusal;

/// Refuses parameters that an address does not have: a misspelt filter would answer with
/// everything.
@ServerFilter("/api/v1/**")
class KnownParameters {

  @RequestFilter
  void check(HttpRequest<?> request) {
    if (RouteAttributes.getRouteInfo(request).orElse(null)
        instanceof MethodBasedRouteInfo<?, ?> route) {
      check(
          request,
          Arrays.stream(route.getTargetMethod().getArguments())
              .filter(argument -> argument.isAnnotationPresent(QueryValue.class))
              .map(argument -> argument.getName())
              .toList());
    }
  }

  private static void check(HttpRequest<?> request, List<String> known) {
    for (var given : request.getParameters()) {
      var name = given.getKey();
      if (!known.contains(name)) {
        throw new Refusal(
            name,
            "There is no parameter "
                + Refusal.quote(name)
                + " here"
                + (known.isEmpty() ? "." : "; there are: " + String.join(", ", known) + "."));
      }
      if (given.getValue().size() > 1) {
        throw new Refusal(name, "Give " + name + " once: it has been given twice or more.");
      }
      if (given.getValue().getFirst().isEmpty()) {
        throw new Refusal(name, "Give " + name + " a value, or leave it out.");
      }
    }
  }
}
