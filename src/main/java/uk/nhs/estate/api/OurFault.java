package uk.nhs.estate.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uk.nhs.estate.access.RequestIds;

/// Writes a fault of ours into the log, once, under the id of the request, and answers with 500.
@Singleton
class OurFault implements ExceptionHandler<Throwable, HttpResponse<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(OurFault.class);

  private final ErrorResponseProcessor<?> problems;

  OurFault(ErrorResponseProcessor<?> problems) {
    this.problems = problems;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<?> handle(HttpRequest request, Throwable fault) {
    try (var _ = RequestIds.inLog((HttpRequest<?>) request)) {
      LOG.error("{} {} failed", request.getMethodName(), request.getPath(), fault);
    }
    return problems.processResponse(
        ErrorContext.builder(request).cause(fault).build(), HttpResponse.serverError());
  }
}
