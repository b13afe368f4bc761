package uk.nhs.estate.store;

import io.micronaut.core.annotation.Introspected;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An organisation as it is kept.
///
/// @param parents a JSON array of objects with `code`, `kind`, `from` and `until`
@Introspected
public record OrganisationRow(
    String code,
    String name,
    String type,
    String status,
    @Nullable LocalDate opened,
    @Nullable LocalDate closed,
    String parents,
    @Nullable String postcode,
    @Nullable String phone) {}
