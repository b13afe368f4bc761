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
import org.jspecify.annotations.Nullable;

/// The lists of domains and of sites.
@Hidden
@Controller("/")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class TargetsController {
  private static final int LIMIT = 50;

  private final TargetLines targets;
  private final Pages pages;

  TargetsController(TargetLines targets, Pages pages) {
    this.targets = targets;
    this.pages = pages;
  }

  @Get("domains")
  HttpResponse<String> domains(
      @QueryValue @Nullable String name,
      @QueryValue @Nullable String grade,
      @QueryValue @Nullable String organisation,
      @QueryValue @Nullable String look,
      @QueryValue @Nullable String after) {
    return list("DOMAIN", TargetFilter.of(name, grade, organisation, look), after);
  }

  @Get("sites")
  HttpResponse<String> sites(
      @QueryValue @Nullable String name,
      @QueryValue @Nullable String grade,
      @QueryValue @Nullable String organisation,
      @QueryValue @Nullable String look,
      @QueryValue @Nullable String after) {
    return list("SITE", TargetFilter.of(name, grade, organisation, look), after);
  }

  private HttpResponse<String> list(String kind, TargetFilter filter, @Nullable String after) {
    var found = targets.page(kind, filter, after, LIMIT);
    var next =
        found.next() == null
            ? null
            : filter.address(Words.list(kind)).with("after", found.next()).toString();
    return pages.show("targets", new TargetsPage(kind, filter, found.lines(), after == null, next));
  }
}
