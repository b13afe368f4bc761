package uk.nhs.estate.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.register.Target.Kind;
import uk.nhs.estate.scan.RequestScan;
import uk.nhs.estate.store.ScanRow;
import uk.nhs.estate.store.Scans;
import uk.nhs.estate.store.TargetRow;
import uk.nhs.estate.store.Targets;

/// Looks at targets: waiting, running and ended.
@Controller(Links.V1 + "/scans")
@Served
@Tag(name = "scans")
class ScansController {
  private static final Cursors<Key> LAST_FIRST = new Cursors<>("scans", Key::read);

  private final Scans scans;
  private final Targets targets;
  private final RequestScan requestScan;

  ScansController(Scans scans, Targets targets, RequestScan requestScan) {
    this.scans = scans;
    this.targets = targets;
    this.requestScan = requestScan;
  }

  /// The order of the list.
  private record Key(Instant at, UUID id) {
    static Key read(String text) {
      int space = text.indexOf(' ');
      var at = Instant.parse(text.substring(0, space));
      // PostgreSQL's calendar is shorter than Java's.
      if (at.isBefore(Instant.EPOCH) || at.isAfter(Instant.parse("9999-12-31T00:00:00Z"))) {
        throw new IllegalArgumentException("No scan was requested then");
      }
      return new Key(at, UUID.fromString(text.substring(space + 1)));
    }

    @Override
    public String toString() {
      return at + " " + id;
    }
  }

  /// Lists scans, the last requested first.
  @Get
  Page<Scan> listScans(
      @QueryValue @Nullable Kind kind,
      @Nullable @QueryValue DomainName name,
      @QueryValue Scan.@Nullable State state,
      @QueryValue(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
      @Nullable @QueryValue String cursor) {
    var before =
        cursor == null ? null : LAST_FIRST.key(cursor, new Key(Instant.EPOCH, new UUID(0, 0)));
    var rows =
        scans.page(
            name == null ? null : name.ascii(),
            kind == null ? null : kind.name(),
            state == null ? null : state.name(),
            before == null ? null : before.at(),
            before == null ? null : before.id(),
            limit + 1);
    return Page.of(rows, limit, LAST_FIRST, row -> new Key(row.requestedAt(), row.id()), Scan::of);
  }

  /// One scan.
  @Get("/{id}")
  Scan getScan(UUID id) {
    return Scan.of(scans.find(id).orElseThrow(() -> Problems.unknown("scan", id)));
  }

  /// What to scan.
  ///
  /// @param name the name of a domain or site of the register
  @Serdeable
  @Schema(name = "ScanRequest")
  @JsonIgnoreProperties(ignoreUnknown = false)
  record Wish(@NotNull @Schema(implementation = Kind.class) String kind, @NotNull String name) {}

  /// Requests a scan, ahead of all routine ones. A scan that waits already is given again.
  @Post
  @Status(HttpStatus.ACCEPTED)
  @ApiResponse(
      responseCode = "202",
      description = "The scan that waits now",
      headers =
          @Header(
              name = "Location",
              description = "Where the scan can be followed",
              schema = @Schema(type = "string", format = "uri-reference")))
  HttpResponse<Scan> requestScan(@Body @Valid Wish wish) {
    var kind = kind(wish.kind());
    var name = DomainName.parse(wish.name());
    var target =
        targets
            .find(kind.name(), name.ascii())
            .orElseThrow(
                () ->
                    new RefusalWith(
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "name",
                        "The register holds no %s %s."
                            .formatted(kind.name().toLowerCase(Locale.ROOT), name)));
    var scan = Scan.of(queue(target));
    return HttpResponse.accepted(URI.create(Links.V1 + "/scans/" + scan.id())).body(scan);
  }

  private static Kind kind(String text) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () -> new Refusal("kind", Refusal.quote(text) + " is no kind: give DOMAIN or SITE."));
  }

  private ScanRow queue(TargetRow target) {
    try {
      return requestScan.of(target, "api");
    } catch (Refusal refusal) {
      throw new RefusalWith(HttpStatus.CONFLICT, refusal.field(), refusal.message());
    }
  }
}
