package uk.nhs.estate.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.Domain;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.scan.RequestScan;
import uk.nhs.estate.store.Register;
import uk.nhs.estate.store.TargetRow;

/// A domain or a site, the button that has it looked at now, and the form of its DKIM selectors.
@Hidden
@Controller("/")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class TargetController {
  private final TargetsByName targets;
  private final TargetPages targetPages;
  private final RequestScan requestScan;
  private final Register register;
  private final Pages pages;

  TargetController(
      TargetsByName targets,
      TargetPages targetPages,
      RequestScan requestScan,
      Register register,
      Pages pages) {
    this.targets = targets;
    this.targetPages = targetPages;
    this.requestScan = requestScan;
    this.register = register;
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

  /// @param selectors parted by white space, commas or semicolons
  @Post("domains/{name}/dkim-selectors")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  HttpResponse<?> selectors(String name, @Body("selectors") @Nullable String selectors) {
    return targets.answer(
        "DOMAIN", name, "", target -> register(target, Objects.requireNonNullElse(selectors, "")));
  }

  private HttpResponse<?> register(TargetRow target, String given) {
    var wanted =
        Stream.of(given.split("[\\s,;]+")).filter(selector -> !selector.isEmpty()).toList();
    try {
      register.dkimSelectors(new Domain(new DomainName(target.name())), _ -> wanted, "page");
    } catch (Refusal refusal) {
      return pages.show(HttpStatus.BAD_REQUEST, "target", targetPages.page(target, given, refusal));
    }
    return HttpResponse.seeOther(URI.create(Words.path(target.kind(), target.name())));
  }

  private HttpResponse<?> show(TargetRow target) {
    return pages.show("target", targetPages.page(target));
  }

  private HttpResponse<?> scan(TargetRow target) {
    requestScan.of(target, "page");
    return HttpResponse.seeOther(URI.create(Words.path(target.kind(), target.name())));
  }
}
