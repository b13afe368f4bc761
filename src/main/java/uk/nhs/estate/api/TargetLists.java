package uk.nhs.estate.api;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.policy.Grade;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.register.Lifecycle;
import uk.nhs.estate.register.OdsCode;
import uk.nhs.estate.register.Target.Kind;
import uk.nhs.estate.store.ClaimRow;
import uk.nhs.estate.store.HistoryRow;
import uk.nhs.estate.store.NextLook;
import uk.nhs.estate.store.Schedule;
import uk.nhs.estate.store.ScoreRow;
import uk.nhs.estate.store.StandingRow;
import uk.nhs.estate.store.Standings;
import uk.nhs.estate.store.TargetRow;
import uk.nhs.estate.store.Targets;

/// What domains and sites have in common: both are targets of scans.
@Singleton
class TargetLists {
  private static final Cursors<Long> HISTORY = Cursors.byId("target-history");
  private static final Cursors<Long> SCORES = Cursors.byId("scores");

  private final Targets targets;
  private final Standings standings;
  private final Schedule schedule;
  private final KeptJson json;

  TargetLists(Targets targets, Standings standings, Schedule schedule, KeptJson json) {
    this.targets = targets;
    this.standings = standings;
    this.schedule = schedule;
    this.json = json;
  }

  /// What a list is narrowed to.
  record Filter(
      @Nullable Lifecycle lifecycle,
      @Nullable DomainName domain,
      @Nullable SearchText nameContains,
      @Nullable OdsCode organisation,
      @Nullable Grade grade) {}

  Page<Target> page(Kind kind, Filter filter, int limit, @Nullable String cursor) {
    var byName = new Cursors<>(kind.name(), text -> new DomainName(text).ascii());
    var rows =
        targets.page(
            kind.name(),
            filter.lifecycle == null ? null : filter.lifecycle.name(),
            filter.domain == null ? null : filter.domain.ascii(),
            filter.nameContains == null
                ? null
                : filter.nameContains.text().toLowerCase(Locale.ROOT),
            filter.organisation == null ? null : filter.organisation.text(),
            filter.grade == null ? null : filter.grade.name(),
            byName.key(cursor, ""),
            limit + 1);
    return Page.of(rows, limit, byName, TargetRow::name, shown(rows));
  }

  Target one(Kind kind, DomainName name) {
    var row = find(kind, name);
    return shown(List.of(row)).apply(row);
  }

  Page<Target.LastVerdict> verdicts(Kind kind, DomainName name) {
    var rows = standings.verdicts(find(kind, name).id());
    return new Page<>(rows.stream().map(Target.LastVerdict::of).toList(), null);
  }

  Page<Target.PastScore> scores(Kind kind, DomainName name, int limit, @Nullable String cursor) {
    var before = SCORES.key(cursor, Long.MAX_VALUE);
    var rows = standings.scores(find(kind, name).id(), before, limit + 1);
    return Page.of(rows, limit, SCORES, ScoreRow::id, Target.PastScore::of);
  }

  Page<RegisterChange> history(Kind kind, DomainName name, int limit, @Nullable String cursor) {
    var before = HISTORY.key(cursor, Long.MAX_VALUE);
    var rows = targets.history(find(kind, name).id(), before, limit + 1);
    return Page.of(rows, limit, HISTORY, HistoryRow::id, row -> RegisterChange.of(row, json));
  }

  private TargetRow find(Kind kind, DomainName name) {
    return targets
        .find(kind.name(), name.ascii())
        .orElseThrow(() -> Problems.unknown(kind.name().toLowerCase(Locale.ROOT), name));
  }

  /// Reads what belongs to the rows of a page at once.
  private Function<TargetRow, Target> shown(List<TargetRow> rows) {
    if (rows.isEmpty()) {
      return _ -> {
        throw new IllegalStateException("There is no row");
      };
    }
    var ids = rows.stream().map(TargetRow::id).toList();
    Map<Long, StandingRow> standing =
        standings.of(ids).stream().collect(Collectors.toMap(StandingRow::targetId, row -> row));
    Map<Long, Instant> next =
        schedule.next(ids.stream().map(String::valueOf).toList()).stream()
            .collect(Collectors.toMap(NextLook::targetId, NextLook::at));
    Map<Long, List<ClaimRow>> claims =
        targets.claims(ids).stream().collect(Collectors.groupingBy(ClaimRow::targetId));
    return row ->
        Target.of(
            row,
            standing.get(row.id()),
            next.get(row.id()),
            claims.getOrDefault(row.id(), List.of()),
            json);
  }
}
