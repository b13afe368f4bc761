package uk.nhs.estate.store;

import io.micronaut.core.annotation.Introspected;

/// How many active targets of a kind have a grade.
///
/// @param grade the letter; `NONE` for those without
@Introspected
public record GradeRow(String kind, String grade, long targets) {}
