package uk.nhs.estate.store;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The last verdict of a check on a target.
///
/// @param judgedAt when the check said so
/// @param observedAt when the check last had something to judge; none when it never had
/// @param unknownSince when the first of the looks in a row was that could not make the check; none
///     when the last one did
@Introspected
public record VerdictRow(
    String rule,
    String outcome,
    String reason,
    Instant judgedAt,
    @Nullable Instant observedAt,
    @Nullable Instant unknownSince) {

  /// The outcome of a check that could not be made at two looks, or could not be made for good.
  public static final String UNKNOWN = "UNKNOWN";

  /// The outcome of a check that was never made, and is tried again before that is said.
  public static final String PENDING = "PENDING";
}
