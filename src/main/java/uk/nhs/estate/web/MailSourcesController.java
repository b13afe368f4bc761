package uk.nhs.estate.web;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Suppliers;
import uk.nhs.estate.report.Enforcement;
import uk.nhs.estate.report.SourceKind;
import uk.nhs.estate.settings.ScannerConfig;
import uk.nhs.estate.store.DmarcReports;
import uk.nhs.estate.store.DmarcSourceRow;
import uk.nhs.estate.store.TargetRow;

/// Who sends mail as a domain, by the reports of those who receive it.
@Hidden
@Controller("/")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class MailSourcesController {
  private static final int SOURCES = 100;

  private final TargetsByName targets;
  private final DmarcReports reports;
  private final Suppliers suppliers;
  private final InstantSource clock;
  private final Pages pages;

  MailSourcesController(
      TargetsByName targets,
      DmarcReports reports,
      ScannerConfig config,
      InstantSource clock,
      Pages pages) {
    this.targets = targets;
    this.reports = reports;
    this.suppliers = config.lists().suppliers();
    this.clock = clock;
    this.pages = pages;
  }

  @Get("domains/{name}/mail-sources")
  HttpResponse<?> sources(String name) {
    return targets.answer("DOMAIN", name, "/mail-sources", this::show);
  }

  private HttpResponse<?> show(TargetRow domain) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var first = Enforcement.first(today);
    var rows = reports.sources(domain, today);
    var name = new DomainName(domain.name());
    return pages.show(
        "mailsources",
        new MailSourcesPage(
            domain.name(),
            first,
            today,
            reports.judge(domain, today, rows, suppliers),
            rows.stream().limit(SOURCES).map(row -> line(row, name)).toList(),
            rows.size() > SOURCES,
            reports.days(domain.id(), first, today)));
  }

  private MailSourcesPage.Line line(DmarcSourceRow row, DomainName domain) {
    return new MailSourcesPage.Line(
        row, SourceKind.of(row.mailSource(), domain, suppliers).words());
  }
}
