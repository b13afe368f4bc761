package uk.nhs.estate.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.store.OrganisationRow;
import uk.nhs.estate.store.Organisations;

/// The list of organisations, and each of them.
@Hidden
@Controller("/organisations")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class OrganisationsController {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LIMIT = 50;
  private static final int TARGETS = 100;
  private static final int HISTORY = 20;

  private final Organisations organisations;
  private final TargetLines targets;
  private final Pages pages;

  OrganisationsController(Organisations organisations, TargetLines targets, Pages pages) {
    this.organisations = organisations;
    this.targets = targets;
    this.pages = pages;
  }

  @Get
  HttpResponse<String> list(
      @QueryValue @Nullable String name,
      @QueryValue @Nullable String type,
      @QueryValue @Nullable String status,
      @QueryValue @Nullable String parent,
      @QueryValue @Nullable String after) {
    var filter = OrganisationFilter.of(name, type, status, parent);
    var from = Address.text(after);
    var rows =
        organisations.page(
            filter.type(),
            filter.status(),
            filter.parent(),
            filter.name(),
            from == null ? "" : from,
            LIMIT + 1);
    boolean more = rows.size() > LIMIT;
    var shown = more ? rows.subList(0, LIMIT) : rows;
    return pages.show(
        "organisations",
        new OrganisationsPage(
            filter,
            shown,
            after == null,
            more ? filter.address().with("after", shown.getLast().code()).toString() : null));
  }

  @Get("/{code}")
  HttpResponse<String> one(String code) {
    var canonical = Address.text(code);
    return organisations
        .find(canonical == null ? "" : canonical.toUpperCase(Locale.ROOT))
        .map(row -> pages.show("organisation", page(row)))
        .orElseGet(
            () ->
                pages.missing(
                    "The register holds no organisation with the ODS code "
                        + Refusal.quote(code)
                        + "."));
  }

  private OrganisationPage page(OrganisationRow row) {
    var its = targets.page(null, new TargetFilter(null, null, row.code(), null), null, TARGETS);
    return new OrganisationPage(
        row,
        parents(row),
        its.lines(),
        its.next() != null,
        organisations.history(row.code(), Long.MAX_VALUE, HISTORY).stream()
            .map(RegisterChange::of)
            .toList());
  }

  private List<OrganisationPage.Parent> parents(OrganisationRow row) {
    try {
      var parents = new ArrayList<OrganisationPage.Parent>();
      for (var parent : JSON.readTree(row.parents())) {
        var code = parent.path("code").asText();
        parents.add(
            new OrganisationPage.Parent(
                code,
                organisations.find(code).map(OrganisationRow::name).orElse(null),
                Words.plain(parent.path("kind").asText()),
                day(parent.path("from")),
                day(parent.path("until"))));
      }
      return parents;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("PostgreSQL keeps valid JSON", e);
    }
  }

  private static @Nullable LocalDate day(JsonNode value) {
    return value.isTextual() ? LocalDate.parse(value.textValue()) : null;
  }
}
