package uk.nhs.estate.api;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/// What went wrong with a request, as `application/problem+json` (RFC 9457 §3).
///
/// @param title the status in words
/// @param detail what is wrong and what to do instead
/// @param instance the path that was asked
/// @param errors what is wrong with single fields; may be empty
@Serdeable
record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    List<FieldError> errors) {

  static final String MEDIA_TYPE = "application/problem+json";

  /// What is wrong with one field: a parameter, a part of the path or of the body.
  @Serdeable
  record FieldError(String field, String message) {}
}
