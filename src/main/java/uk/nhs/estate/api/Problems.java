package uk.nhs.estate.api;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.web.router.exceptions.UnsatisfiedRouteException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.Refusal;

/// Tells every mistake in one shape: problem details. Where a page was asked for, the pages show
/// one instead.
@Singleton
class Problems implements ErrorResponseProcessor<Object> {
  /// There is no such entry.
  static HttpStatusException unknown(String noun, Object key) {
    return new HttpStatusException(
        HttpStatus.NOT_FOUND, "There is no " + noun + " " + Refusal.quote(key.toString()) + ".");
  }

  @Override
  public MutableHttpResponse<Object> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    if (context.getRequest().getMethod() == HttpMethod.HEAD) {
      return response.body(null);
    }
    return response.body((Object) problem(context, response)).contentType(Problem.MEDIA_TYPE);
  }

  private static Problem problem(ErrorContext context, MutableHttpResponse<?> response) {
    var cause = context.getRootCause().orElse(null);
    var errors = fields(cause);
    return new Problem(
        "about:blank",
        response.reason(),
        response.code(),
        detail(context, response.code(), errors),
        context.getRequest().getPath(),
        errors);
  }

  private static String detail(ErrorContext context, int status, List<Problem.FieldError> errors) {
    if (status >= 500) {
      return "The fault is ours. It is in our log under the X-Request-ID of this answer.";
    }
    return errors.isEmpty()
        ? context.getErrors().stream().map(Error::getMessage).collect(Collectors.joining(" "))
        : errors.stream().map(Problem.FieldError::message).collect(Collectors.joining(" "));
  }

  private static List<Problem.FieldError> fields(@Nullable Throwable cause) {
    return switch (cause) {
      case Refusal refusal -> List.of(new Problem.FieldError(refusal.field(), refusal.message()));
      case ConversionErrorException e -> List.of(unreadable(e));
      case UnsatisfiedRouteException e ->
          List.of(
              new Problem.FieldError(
                  e.getArgument().getName(), e.getArgument().getName() + " is missing."));
      case ConstraintViolationException e ->
          e.getConstraintViolations().stream().map(Problems::broken).toList();
      case null, default -> List.of();
    };
  }

  private static Problem.FieldError unreadable(ConversionErrorException e) {
    if (e.getArgument().isAnnotationPresent(Body.class)) {
      return new Problem.FieldError(
          "body", "The body is not the JSON that is asked for; /api/docs shows it.");
    }
    var field = e.getArgument().getName();
    if (e.getConversionError().getCause() instanceof Refusal refusal) {
      return new Problem.FieldError(field, refusal.message());
    }
    var given =
        e.getConversionError()
            .getOriginalValue()
            .map(value -> Refusal.quote(value.toString()) + " is ")
            .orElse("It is ");
    return new Problem.FieldError(field, field + ": " + given + expected(e.getArgument()));
  }

  private static String expected(Argument<?> argument) {
    var type = argument.getType();
    if (type.isEnum()) {
      return "none of "
          + Arrays.stream(type.getEnumConstants())
              .map(Object::toString)
              .collect(Collectors.joining(", "))
          + ".";
    }
    if (type == LocalDate.class) {
      return "no day, as in 2026-11-24.";
    }
    return Number.class.isAssignableFrom(argument.getWrapperType())
        ? "no whole number that could stand here."
        : "no " + type.getSimpleName() + ".";
  }

  private static Problem.FieldError broken(ConstraintViolation<?> violation) {
    var path = violation.getPropertyPath().toString();
    var field = path.substring(path.lastIndexOf('.') + 1);
    return new Problem.FieldError(field, field + " " + violation.getMessage() + ".");
  }
}
