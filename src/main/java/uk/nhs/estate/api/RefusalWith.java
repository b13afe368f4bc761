package uk.nhs.estate.api;

import io.micronaut.http.HttpStatus;
import uk.nhs.estate.register.Refusal;

/// A refusal with a status that says more than 400.
final class RefusalWith extends Refusal {
  private static final long serialVersionUID = 1;

  private final HttpStatus status;

  RefusalWith(HttpStatus status, String field, String message) {
    super(field, message);
    this.status = status;
  }

  HttpStatus status() {
    return status;
  }
}
