package uk.nhs.estate.store;

import io.micronaut.core.annotation.Introspected;

/// The active targets of a kind in numbers.
///
/// @param optedOut those whose scan level is 0
/// @param notLookedAt those that are to be looked at and have not been yet
/// @param stale those whose last look is older than it should be
/// @param unchecked those of which looks could not see everything
/// @param urgent open findings
/// @param advisory open findings
/// @param informational open findings
@Introspected
public record EstateRow(
    String kind,
    long targets,
    long optedOut,
    long notLookedAt,
    long stale,
    long unchecked,
    long urgent,
    long advisory,
    long informational) {}
