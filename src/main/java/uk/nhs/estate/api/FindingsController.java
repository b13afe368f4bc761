package uk.nhs.estate.api;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Severity;
import uk.nhs.estate.policy.Catalogue;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.OdsCode;
import uk.nhs.estate.register.Target.Kind;
import uk.nhs.estate.store.FindingChangeRow;
import uk.nhs.estate.store.FindingRow;
import uk.nhs.estate.store.Findings;

/// The faults that last from scan to scan.
@Controller(Links.V1 + "/findings")
@Served
@Tag(name = "findings")
class FindingsController {
  private static final Cursors<Key> WORST_FIRST = new Cursors<>("findings", Key::read);
  private static final Cursors<Long> CHANGES = Cursors.byId("finding-changes");

  private final Findings findings;

  FindingsController(Findings findings) {
    this.findings = findings;
  }

  /// Which findings are listed.
  enum Status {
    /// Seen once, and being checked again before it counts.
    SUSPECTED,
    OPEN,
    RESOLVED,
    WITHDRAWN,
    /// Suspected, and not confirmed by a second look.
    DROPPED,
    /// All of them.
    ANY
  }

  /// The order of the list: the most severe first, of those the oldest.
  private record Key(int rank, long id) {
    static Key read(String text) {
      int space = text.indexOf(' ');
      return new Key(
          Integer.parseInt(text.substring(0, space)), Long.parseLong(text.substring(space + 1)));
    }

    @Override
    public String toString() {
      return rank + " " + id;
    }
  }

  /// Lists findings, the most severe first, of those the oldest.
  ///
  /// @param status which of them: `SUSPECTED` ones have been seen once and are being checked again,
  ///     so that they count for nothing yet; `DROPPED` ones were not seen the second time
  /// @param rule the id of a check
  /// @param organisation the code of an organisation that claims the target or its domain
  @Get
  Page<Finding> listFindings(
      @QueryValue(defaultValue = "OPEN") Status status,
      @Nullable @QueryValue Severity severity,
      @Nullable @QueryValue RuleId rule,
      @QueryValue @Nullable Kind kind,
      @Nullable @QueryValue DomainName name,
      @Nullable @QueryValue OdsCode organisation,
      @QueryValue(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
      @Nullable @QueryValue String cursor) {
    var after = WORST_FIRST.key(cursor, new Key(-1, 0));
    var rows =
        findings.page(
            status == Status.ANY ? null : status.name(),
            severity == null ? null : severity.name(),
            rule == null ? null : rule.text(),
            kind == null ? null : kind.name(),
            name == null ? null : name.ascii(),
            organisation == null ? null : organisation.text(),
            after.rank(),
            after.id(),
            limit + 1);
    return Page.of(rows, limit, WORST_FIRST, row -> new Key(row.rank(), row.id()), this::shown);
  }

  /// One finding.
  @Get("/{id}")
  Finding getFinding(long id) {
    return shown(find(id));
  }

  /// What scans did to a finding, the last first.
  @Get("/{id}/changes")
  Page<Finding.Step> getFindingChanges(
      long id,
      @QueryValue(defaultValue = Page.USUAL) @Min(1) @Max(Page.MOST) int limit,
      @Nullable @QueryValue String cursor) {
    var before = CHANGES.key(cursor, Long.MAX_VALUE);
    var rows = findings.changes(find(id).id(), before, limit + 1);
    return Page.of(rows, limit, CHANGES, FindingChangeRow::id, Finding.Step::of);
  }

  private FindingRow find(long id) {
    return findings.find(id).orElseThrow(() -> Problems.unknown("finding", id));
  }

  private Finding shown(FindingRow row) {
    return Finding.of(row, Catalogue.rule(row.rule()).map(Rule::title).orElse(null));
  }
}
