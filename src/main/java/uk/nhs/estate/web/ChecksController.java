package uk.nhs.estate.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;

/// The checks.
@Hidden
@Controller("/checks")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class ChecksController {
  private final RuleBook rules;
  private final Pages pages;

  ChecksController(RuleBook rules, Pages pages) {
    this.rules = rules;
    this.pages = pages;
  }

  @Get
  HttpResponse<String> checks() {
    return pages.show(
        "checks",
        new ChecksPage(
            rules.policy(),
            rules.checks().stream()
                .map(
                    check ->
                        new ChecksPage.Line(
                            check.rule(), check.target().name(), rules.cost(check.rule())))
                .toList()));
  }
}
