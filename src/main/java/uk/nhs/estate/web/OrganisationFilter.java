package uk.nhs.estate.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.OrganisationStatus;
import uk.nhs.estate.register.OrganisationType;

/// What a list of organisations is narrowed to.
///
/// @param name a part of the name
/// @param parent the ODS code of a body above
public record OrganisationFilter(
    @Nullable String name,
    @Nullable String type,
    @Nullable String status,
    @Nullable String parent) {

  /// Reads what was asked.
  static OrganisationFilter of(
      @Nullable String name,
      @Nullable String type,
      @Nullable String status,
      @Nullable String parent) {
    var above = Address.text(parent);
    return new OrganisationFilter(
        Address.text(name),
        Address.oneOf(OrganisationType.class, "type", type),
        Address.oneOf(OrganisationStatus.class, "status", status),
        above == null ? null : above.toUpperCase(Locale.ROOT));
  }

  Address address() {
    return Address.of("/organisations")
        .with("name", name)
        .with("type", type)
        .with("status", status)
        .with("parent", parent);
  }
}
