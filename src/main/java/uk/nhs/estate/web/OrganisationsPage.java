package uk.nhs.estate.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.store.OrganisationRow;

/// A list of organisations.
///
/// @param first whether this is the first page of the list
/// @param next the address of the next page; none on the last
public record OrganisationsPage(
    Filter filter, List<OrganisationRow> rows, boolean first, @Nullable String next) {

  /// What the list is narrowed to.
  ///
  /// @param name a part of the name
  /// @param parent the ODS code of a body above
  public record Filter(
      @Nullable String name,
      @Nullable String type,
      @Nullable String status,
      @Nullable String parent) {}
}
