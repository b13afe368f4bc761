package uk.nhs.estate.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.OdsCode;
import uk.nhs.estate.register.OrganisationStatus;
import uk.nhs.estate.register.OrganisationType;
import uk.nhs.estate.store.HistoryRow;
import uk.nhs.estate.store.OrganisationRow;
import uk.nhs.estate.store.Organisations;

/// The NHS bodies of the register.
@Controller(Links.V1 + "/organisations")
@Served
@Tag(name = "organisations")
class OrganisationsController {
  private static final Cursors<String> BY_CODE =
      new Cursors<>("organisations", text -> new OdsCode(text).text());
  private static final Cursors<Long> HISTORY = Cursors.byId("organisation-history");

  private final Organisations organisations;
  private final KeptJson json;

  OrganisationsController(Organisations organisations, KeptJson json) {
    this.organisations = organisations;
    this.json = json;
  }

  /// Lists organisations in the order of their codes.
  ///
  /// @param parent the code of a body above them
  /// @param nameContains a part of the name, in any case
  @Get
  Page<Organisation> listOrganisations(
      @Nullable @QueryValue OrganisationType type,
      @Nullable @QueryValue OrganisationStatus status,
      @Nullable @QueryValue OdsCode parent,
      @Nullable @QueryValue SearchText nameContains,
      @QueryValue(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
      @Nullable @QueryValue String cursor) {
    var rows =
        organisations.page(
            type == null ? null : type.name(),
            status == null ? null : status.name(),
            parent == null ? null : parent.text(),
            nameContains == null ? null : nameContains.text(),
            BY_CODE.key(cursor, ""),
            limit + 1);
    return Page.of(rows, limit, BY_CODE, OrganisationRow::code, row -> Organisation.of(row, json));
  }

  /// One organisation.
  @Get("/{code}")
  Organisation getOrganisation(OdsCode code) {
    return Organisation.of(find(code), json);
  }

  /// What changed in the register about an organisation and its claims, the last change first.
  @Get("/{code}/history")
  Page<RegisterChange> getOrganisationHistory(
      OdsCode code,
      @QueryValue(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
      @Nullable @QueryValue String cursor) {
    var before = HISTORY.key(cursor, Long.MAX_VALUE);
    var rows = organisations.history(find(code).code(), before, limit + 1);
    return Page.of(rows, limit, HISTORY, HistoryRow::id, row -> RegisterChange.of(row, json));
  }

  private OrganisationRow find(OdsCode code) {
    return organisations
        .find(code.text())
        .orElseThrow(() -> Problems.unknown("organisation", code));
  }
}
