package uk.nhs.estate.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import uk.nhs.estate.scan.RequestScan;
import uk.nhs.estate.store.TargetRow;

/// A domain or a site, and the button that has it looked at now.
@Hidden
@Controller("/")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class TargetController {
  private final TargetsByName targets;
  private final TargetPages targetPages;
  private final RequestScan requestScan;
  private final Pages pages;

  TargetController(
      TargetsByName targets, TargetPages targetPages, RequestScan requestScan, Pages pages) {
    this.targets = targets;
    this.targetPages = targetPages;
    this.requestScan = requestScan;
    this.pages = pages;
  }

  @Get("domains/{name}")
  HttpResponse<?> domain(String name) {
    return targets.answer("DOMAIN", name, "", this::show);
  }

  @Get("sites/{name}")
  HttpResponse<?> site(String name) {
    return targets.answer("SITE", name, "", this::show);
  }

  @Post("domains/{name}/scans")
  @Consumes(MediaType.ALL)
  HttpResponse<?> scanDomain(String name) {
    return targets.answer("DOMAIN", name, "", this::scan);
  }

  @Post("sites/{name}/scans")
  @Consumes(MediaType.ALL)
  HttpResponse<?> scanSite(String name) {
    return targets.answer("SITE", name, "", this::scan);
  }

  private HttpResponse<?> show(TargetRow target) {
    return pages.show("target", targetPages.page(target));
  }

  private HttpResponse<?> scan(TargetRow target) {
    requestScan.of(target, "page");
    return HttpResponse.seeOther(URI.create(Words.path(target.kind(), target.name())));
  }
}
