package uk.nhs.estate.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import uk.nhs.estate.store.Candidates;
import uk.nhs.estate.store.Estate;

/// The first page.
@Hidden
@Controller("/")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class EstateController {
  private static final int WORST = 25;

  private final Estate estate;
  private final Candidates candidates;
  private final TargetLines targets;
  private final Ages ages;
  private final Pages pages;

  EstateController(
      Estate estate, Candidates candidates, TargetLines targets, Ages ages, Pages pages) {
    this.estate = estate;
    this.candidates = candidates;
    this.targets = targets;
    this.ages = ages;
    this.pages = pages;
  }

  @Get
  HttpResponse<String> estate() {
    var worst = targets.page(null, TargetFilter.NONE, null, WORST);
    return pages.show(
        "estate",
        new EstatePage(
            estate.organisations(),
            estate.counts(ages.staleBefore()),
            estate.grades(),
            worst.lines(),
            worst.next() != null,
            candidates.count(EstatePage.MOST_COUNTED)));
  }
}
