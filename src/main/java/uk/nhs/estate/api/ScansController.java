package uk.nhs.estate.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Refusal;
import uk.nhs.estate.register.Target.Kind;
import uk.nhs.estate.scan.RequestScan;
import uk.nhs.estate.store.Scans;
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
  record Wish(Kind kind, String name) {}

  /// Requests a scan, ahead of all routine ones. A scan that waits already is given again.
  @Post
  @Status(HttpStatus.ACCEPTED)
  HttpResponse<Scan> requestScan(@Body Wish wish) {
    var name = DomainName.parse(wish.name());
    var target =
        targets
            .find(wish.kind().name(), name.ascii())
            .orElseThrow(
                () ->
                    new Refusal(
                        "name",
                        name
                            + " is not in the register as a "
                            + wish.kind().name().toLowerCase(Locale.ROOT)
                            + "."));
    var scan = Scan.of(requestScan.of(target, "api"));
    return HttpResponse.accepted(URI.create(scan.links().get("self"))).body(scan);
  }
}
