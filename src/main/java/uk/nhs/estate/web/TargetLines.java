package uk.nhs.estate.web;

import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.store.Estate;
import uk.nhs.estate.store.TargetStandingRow;

/// Lists of targets, the worst first, in pages.
@Singleton
class TargetLines {
  private final Estate estate;
  private final Ages ages;

  TargetLines(Estate estate, Ages ages) {
    this.estate = estate;
    this.ages = ages;
  }

  /// A page of a list.
  ///
  /// @param next the key of the page after it; none when it is the last
  record Page(List<TargetLine> lines, @Nullable String next) {}

  /// A page of the targets that a filter lets through.
  ///
  /// @param after the key that the page before gave; null for the first page
  Page page(@Nullable String kind, TargetFilter filter, @Nullable String after, int limit) {
    var from = Key.of(after);
    var rows =
        estate.worstFirst(
            kind,
            filter.name(),
            filter.grade(),
            filter.organisation(),
            filter.look(),
            ages.staleBefore(),
            from.rank(),
            from.id(),
            limit + 1);
    boolean more = rows.size() > limit;
    var shown = more ? rows.subList(0, limit) : rows;
    return new Page(lines(shown), more ? key(shown.getLast()).toString() : null);
  }

  List<TargetLine> lines(List<TargetStandingRow> rows) {
    return rows.stream()
        .map(
            row ->
                new TargetLine(
                    row,
                    ages.of(
                        row.lifecycle().equals("ACTIVE") && row.scanLevel() > 0,
                        row.lastScannedAt(),
                        row.lastSeenAt(),
                        row.hiddenSince())))
        .toList();
  }

  private static Key key(TargetStandingRow row) {
    return new Key(row.points() == null ? Estate.NO_POINTS : row.points(), row.id());
  }
}
