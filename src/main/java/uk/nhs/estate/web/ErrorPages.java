package uk.nhs.estate.web;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.web.router.RouteAttributes;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.Refusal;

/// Turns an error into a page when somebody reads it: a browser asks for HTML, a program for JSON.
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
class ErrorPages {
  private final Pages pages;

  ErrorPages(Pages pages) {
    this.pages = pages;
  }

  @ResponseFilter
  MutableHttpResponse<?> show(HttpRequest<?> request, MutableHttpResponse<?> response) {
    int status = response.code();
    if (status < 400 || Pages.isPage(response) || !isForReaders(request)) {
      return response;
    }
    var shown = pages.show(response.status(), "error", ErrorPage.of(status, what(response)));
    response
        .getHeaders()
        .forEachValue(
            (name, value) -> {
              if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)
                  && !name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)
                  && !shown.getHeaders().contains(name)) {
                shown.header(name, value);
              }
            });
    return shown;
  }

  private static boolean isForReaders(HttpRequest<?> request) {
    return !request.getPath().startsWith("/api/")
        && request.accept().stream().anyMatch(type -> type.getName().equals(MediaType.TEXT_HTML));
  }

  private static String what(HttpResponse<?> response) {
    return RouteAttributes.getException(response)
        .map(
            error ->
                switch (error) {
                  case Refusal refusal -> refusal.message();
                  case HttpStatusException said when isSentence(said.getMessage()) ->
                      said.getMessage();
                  default -> "";
                })
        .orElse("");
  }

  /// Sentences are ours; what the framework says is none.
  private static boolean isSentence(@Nullable String message) {
    return message != null && message.endsWith(".");
  }
}
