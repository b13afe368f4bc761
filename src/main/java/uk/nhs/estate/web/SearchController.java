package uk.nhs.estate.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.store.OrganisationRow;
import uk.nhs.estate.store.Organisations;

/// Finds domains, sites and organisations by a part of their name or by ODS code.
@Hidden
@Controller("/search")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class SearchController {
  private static final int LIMIT = 25;

  private final TargetLines targets;
  private final Organisations organisations;
  private final Pages pages;

  SearchController(TargetLines targets, Organisations organisations, Pages pages) {
    this.targets = targets;
    this.organisations = organisations;
    this.pages = pages;
  }

  @Get
  HttpResponse<String> search(@QueryValue @Nullable String q) {
    var text = Address.text(q);
    if (text == null) {
      return pages.show("search", new SearchPage(null, List.of(), false, List.of(), false));
    }
    var found = targets.page(null, TargetFilter.of(text, null, null, null), null, LIMIT);
    var bodies = organisations(text);
    boolean more = bodies.size() > LIMIT;
    return pages.show(
        "search",
        new SearchPage(
            text,
            found.lines(),
            found.next() != null,
            more ? bodies.subList(0, LIMIT) : bodies,
            more));
  }

  private List<OrganisationRow> organisations(String text) {
    var found = new LinkedHashMap<String, OrganisationRow>();
    organisations
        .find(text.toUpperCase(Locale.ROOT))
        .ifPresent(body -> found.put(body.code(), body));
    organisations
        .page(null, null, null, text, "", LIMIT + 1)
        .forEach(body -> found.putIfAbsent(body.code(), body));
    return List.copyOf(found.values());
  }
}
