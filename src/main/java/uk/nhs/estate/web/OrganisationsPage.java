package uk.nhs.estate.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.store.OrganisationRow;

/// A list of organisations.
///
/// @param first whether this is the first page of the list
/// @param next the address of the next page; none on the last
public record OrganisationsPage(
    OrganisationFilter filter, List<OrganisationRow> rows, boolean first, @Nullable String next) {}
