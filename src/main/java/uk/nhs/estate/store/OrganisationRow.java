package uk.nhs.estate.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An organisation as it is kept.
///
/// @param parents a JSON array of objects with `code`, `kind`, `from` and `until`
@MappedEntity("organisation")
public record OrganisationRow(
    @Id String code,
    String name,
    String type,
    String status,
    @Nullable LocalDate opened,
    @Nullable LocalDate closed,
    String parents,
    @Nullable String postcode,
    @Nullable String phone) {}
