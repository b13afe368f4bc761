package uk.nhs.estate.api;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.Organisation.ParentKind;
import uk.nhs.estate.register.OrganisationStatus;
import uk.nhs.estate.register.OrganisationType;
import uk.nhs.estate.store.OrganisationRow;

/// An NHS body, by its ODS code.
@Serdeable
record Organisation(
    String code,
    String name,
    OrganisationType type,
    OrganisationStatus status,
    @Nullable LocalDate opened,
    @Nullable LocalDate closed,
    List<Parent> parents,
    @Nullable String postcode,
    @Nullable String phone,
    Map<String, String> links) {

  /// A body above it, maybe one that the register does not hold.
  @Serdeable
  @Schema(name = "Parent")
  record Parent(
      String code, ParentKind kind, @Nullable LocalDate from, @Nullable LocalDate until) {}

  static Organisation of(OrganisationRow row, KeptJson json) {
    return new Organisation(
        row.code(),
        row.name(),
        OrganisationType.valueOf(row.type()),
        OrganisationStatus.valueOf(row.status()),
        row.opened(),
        row.closed(),
        json.list(row.parents(), Parent.class),
        row.postcode(),
        row.phone(),
        Links.named(
            "self", Links.organisation(row.code()),
            "history", Links.organisation(row.code()) + "/history",
            "domains", Links.V1 + "/domains?organisation=" + row.code(),
            "sites", Links.V1 + "/sites?organisation=" + row.code(),
            "findings", Links.V1 + "/findings?organisation=" + row.code()));
  }
}
