package uk.nhs.estate.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.uri.UriBuilder;
import io.micronaut.json.JsonMapper;
import io.micronaut.web.router.RouteAttributes;
import java.io.IOException;
import java.util.regex.Pattern;
import uk.nhs.estate.observation.Part;

/// Completes every answer of the API: headers that keep browsers from misusing it, the link to the
/// next page (RFC 8288), and an entity tag, so that what has not changed is not sent again
/// (RFC 9110 §8.8.3, §13.1.2).
@ServerFilter("/api/v1/**")
class Answers {
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private final JsonMapper json;

  Answers(JsonMapper json) {
    this.json = json;
  }

  @ResponseFilter
  HttpResponse<?> complete(HttpRequest<?> request, MutableHttpResponse<?> response)
      throws IOException {
    response
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'")
        .header("Referrer-Policy", "no-referrer")
        .header("Cross-Origin-Resource-Policy", "same-origin")
        .header(HttpHeaders.CACHE_CONTROL, "no-cache");
    var body =
        response.getBody(Object.class).or(() -> RouteAttributes.getHeadBody(response)).orElse(null);
    if (body instanceof Page<?>(_, var next) && next != null) {
      var there = UriBuilder.of(request.getUri()).replaceQueryParam("cursor", next).build();
      response.header(HttpHeaders.LINK, "<" + there + ">; rel=\"next\"");
    }
    return response.code() == HttpStatus.OK.getCode() && body != null
        ? tagged(request, response, json.writeValueAsBytes(body))
        : response;
  }

  private static HttpResponse<?> tagged(
      HttpRequest<?> request, MutableHttpResponse<?> response, byte[] body) {
    var tag = '"' + new Part(body).hash().substring(0, 32) + '"';
    response.header(HttpHeaders.ETAG, tag);
    if (hasAlready(request, tag)) {
      return response.status(HttpStatus.NOT_MODIFIED).body(null);
    }
    return request.getMethod() == HttpMethod.HEAD
        ? response
        : response.body(body).contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  private static boolean hasAlready(HttpRequest<?> request, String tag) {
    return (request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD)
        && request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream()
            .flatMap(COMMA::splitAsStream)
            .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
  }
}
