package uk.nhs.estate.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.store.OrganisationRow;

/// An organisation with its domains and sites.
///
/// @param more whether it has more of them than are shown
public record OrganisationPage(
    OrganisationRow row,
    List<Parent> parents,
    List<TargetLine> targets,
    boolean more,
    List<RegisterChange> history) {

  /// A body above it.
  ///
  /// @param name its name; none when the register does not hold it
  /// @param kind how it stands above, in words
  public record Parent(
      String code,
      @Nullable String name,
      String kind,
      @Nullable LocalDate from,
      @Nullable LocalDate until) {}
}
