package uk.nhs.estate.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.register.Suppliers;
import uk.nhs.estate.register.Target.Kind;
import uk.nhs.estate.report.Enforcement;
import uk.nhs.estate.settings.ScannerConfig;
import uk.nhs.estate.store.DmarcDaySourceRow;
import uk.nhs.estate.store.DmarcImports;
import uk.nhs.estate.store.DmarcReportRow;
import uk.nhs.estate.store.DmarcReports;
import uk.nhs.estate.store.TargetRow;
import uk.nhs.estate.store.Targets;

/// What receivers of mail report of who sends as a domain.
@Controller(Links.V1)
@Served
@Tag(name = "dmarc")
class DmarcController {
  private static final Cursors<Long> REPORTS = Cursors.byId("dmarc-reports");
  private static final Cursors<Key> SOURCES = new Cursors<>("dmarc-sources", Key::read);
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2100, 1, 1);
  private static final int MOST_DAYS = 366;

  private final DmarcImports imports;
  private final DmarcReports reports;
  private final Targets targets;
  private final Suppliers suppliers;
  private final KeptJson json;
  private final InstantSource clock;

  DmarcController(
      DmarcImports imports,
      DmarcReports reports,
      Targets targets,
      ScannerConfig config,
      KeptJson json,
      InstantSource clock) {
    this.imports = imports;
    this.reports = reports;
    this.targets = targets;
    this.suppliers = config.lists().suppliers();
    this.json = json;
    this.clock = clock;
  }

  /// The order of the list of sources: the last day first, and then by address.
  private record Key(LocalDate day, String source) {
    static Key read(String text) {
      int space = text.indexOf(' ');
      var day = LocalDate.parse(text.substring(0, space));
      if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
        throw new IllegalArgumentException("There is no report of that day");
      }
      return new Key(day, InetAddress.ofLiteral(text.substring(space + 1)).getHostAddress());
    }

    @Override
    public String toString() {
      return day + " " + source;
    }
  }

  /// Keeps the DMARC aggregate reports of a file, each once: XML, XML packed by gzip, or a ZIP
  /// archive of some. What it is, is seen from its content.
  @Post("/dmarc-reports")
  @Consumes(MediaType.ALL)
  @RequestBody(
      required = true,
      description = "The file as it was received, at most 1 MB",
      content = @Content(schema = @Schema(type = "string", format = "binary")))
  @ApiResponse(
      responseCode = "201",
      description = "At least one report was kept",
      content = @Content(schema = @Schema(implementation = DmarcReport.Receipt.class)))
  @ApiResponse(
      responseCode = "200",
      description = "All of them were kept before",
      content = @Content(schema = @Schema(implementation = DmarcReport.Receipt.class)))
  HttpResponse<DmarcReport.Receipt> importDmarcReports(@Body byte[] file) {
    try {
      var receipt = DmarcReport.Receipt.of(imports.take(new ByteArrayInputStream(file), "api"));
      return receipt.stored() > 0 ? HttpResponse.created(receipt) : HttpResponse.ok(receipt);
    } catch (Refusal refusal) {
      throw new RefusalWith(HttpStatus.UNPROCESSABLE_ENTITY, refusal.field(), refusal.message());
    }
  }

  /// Lists the reports about a domain and those below it, the last received first.
  @Get("/domains/{name}/dmarc-reports")
  Page<DmarcReport> listDmarcReports(
      DomainName name,
      @QueryValue(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
      @Nullable @QueryValue String cursor) {
    var before = REPORTS.key(cursor, Long.MAX_VALUE);
    var rows = reports.page(find(name).id(), before, limit + 1);
    return Page.of(rows, limit, REPORTS, DmarcReportRow::id, row -> DmarcReport.of(row, json));
  }

  /// Lists who sent as a domain, by day, the last day first.
  ///
  /// @param from the first day, in UTC; 30 days before the last one when left out
  /// @param to the last day; today when left out
  @Get("/domains/{name}/dmarc-sources")
  Page<DmarcSource> listDmarcSources(
      DomainName name,
      @Nullable @QueryValue LocalDate from,
      @Nullable @QueryValue LocalDate to,
      @QueryValue(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
      @Nullable @QueryValue String cursor) {
    var last = to == null ? today() : sane("to", to);
    var first = from == null ? Enforcement.first(last) : sane("from", from);
    check(first, last);
    var after = cursor == null ? null : SOURCES.key(cursor, new Key(EARLIEST, "0.0.0.0"));
    var rows =
        reports.sourcesByDay(
            find(name).id(),
            first,
            last,
            after == null ? null : after.day(),
            after == null ? null : after.source(),
            limit + 1);
    return Page.of(rows, limit, SOURCES, DmarcController::key, DmarcSource::of);
  }

  /// Judges whether asking receivers to quarantine or reject what fails would hit real mail, by the
  /// reports about the last 30 days.
  @Get("/domains/{name}/dmarc-enforcement")
  DmarcEnforcement getDmarcEnforcement(DomainName name) {
    var today = today();
    var domain = find(name);
    var sources = reports.sources(domain, today);
    return DmarcEnforcement.of(reports.judge(domain, today, sources, suppliers), today);
  }

  private static Key key(DmarcDaySourceRow row) {
    return new Key(row.day(), row.source());
  }

  private static LocalDate sane(String field, LocalDate day) {
    if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
      throw new Refusal(field, "Give a day from %s to %s.".formatted(EARLIEST, LATEST));
    }
    return day;
  }

  private static void check(LocalDate first, LocalDate last) {
    if (first.isAfter(last)) {
      throw new Refusal("from", "from must not be after to.");
    }
    if (first.plusDays(MOST_DAYS).isBefore(last)) {
      throw new Refusal("from", "Ask for %d days at most.".formatted(MOST_DAYS));
    }
  }

  private TargetRow find(DomainName name) {
    return targets
        .find(Kind.DOMAIN.name(), name.ascii())
        .orElseThrow(() -> Problems.unknown("domain", name));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
