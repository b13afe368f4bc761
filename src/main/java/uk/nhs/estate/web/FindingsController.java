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
import uk.nhs.estate.check.Severity;
import uk.nhs.estate.store.FindingRow;
import uk.nhs.estate.store.Findings;
import uk.nhs.estate.store.StandingRow;
import uk.nhs.estate.store.Standings;
import uk.nhs.estate.store.TargetRow;
import uk.nhs.estate.store.Targets;

/// The list of findings, and each of them.
@Hidden
@Controller("/findings")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
class FindingsController {
  private static final int LIMIT = 50;
  private static final int CHANGES = 100;

  private final Findings findings;
  private final Targets targets;
  private final Standings standings;
  private final RuleBook rules;
  private final Ages ages;
  private final Pages pages;

  FindingsController(
      Findings findings,
      Targets targets,
      Standings standings,
      RuleBook rules,
      Ages ages,
      Pages pages) {
    this.findings = findings;
    this.targets = targets;
    this.standings = standings;
    this.rules = rules;
    this.ages = ages;
    this.pages = pages;
  }

  @Get
  HttpResponse<String> list(
      @QueryValue @Nullable String status,
      @QueryValue @Nullable String severity,
      @QueryValue @Nullable String rule,
      @QueryValue @Nullable String name,
      @QueryValue @Nullable String organisation,
      @QueryValue @Nullable String after) {
    var filter = FindingFilter.of(status, severity, rule, name, organisation);
    var from = Key.of(after);
    var rows =
        findings.page(
            filter.onlyStatus(),
            filter.severity(),
            filter.rule(),
            null,
            filter.name(),
            filter.organisation(),
            from.rank(),
            from.id(),
            LIMIT + 1);
    boolean more = rows.size() > LIMIT;
    var shown = more ? rows.subList(0, LIMIT) : rows;
    return pages.show(
        "findings",
        new FindingsPage(
            filter,
            shown.stream().map(row -> new FindingLine(row, rules.title(row.rule()))).toList(),
            rules.titles(),
            after == null,
            more ? filter.address().with("after", key(shown.getLast())).toString() : null));
  }

  @Get("/{id}")
  HttpResponse<String> one(long id) {
    return findings
        .find(id)
        .map(row -> pages.show("finding", page(row)))
        .orElseGet(() -> pages.missing("There is no finding with the number " + id + "."));
  }

  private FindingPage page(FindingRow row) {
    var standing = standings.find(row.targetId());
    return new FindingPage(
        row,
        rules.title(row.rule()),
        rules.find(row.rule()).orElse(null),
        ages.of(
            targets.find(row.targetId()).filter(TargetRow::isScanned).isPresent(),
            standing.map(StandingRow::lastScannedAt).orElse(null),
            standing.map(StandingRow::lastSeenAt).orElse(null),
            standing.map(StandingRow::hiddenSince).orElse(null)),
        findings.changes(row.id(), Long.MAX_VALUE, CHANGES));
  }

  private static Key key(FindingRow row) {
    return new Key(Severity.valueOf(row.severity()).ordinal(), row.id());
  }
}
