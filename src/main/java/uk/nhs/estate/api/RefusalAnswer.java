package uk.nhs.estate.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;
import uk.nhs.estate.register.Refusal;

/// Answers a mistake of whoever asks: with 400, unless the refusal says more.
@Singleton
class RefusalAnswer implements ExceptionHandler<Refusal, HttpResponse<?>> {
  private final ErrorResponseProcessor<?> problems;

  RefusalAnswer(ErrorResponseProcessor<?> problems) {
    this.problems = problems;
  }

  @Override
  @SuppressWarnings("rawtypes")
  public HttpResponse<?> handle(HttpRequest request, Refusal refusal) {
    return problems.processResponse(
        ErrorContext.builder(request).cause(refusal).errorMessage(refusal.message()).build(),
        HttpResponse.status(
            refusal instanceof RefusalWith with ? with.status() : HttpStatus.BAD_REQUEST));
  }
}
