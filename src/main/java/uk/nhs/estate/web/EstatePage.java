package uk.nhs.estate.web;

import java.util.List;
import java.util.function.ToLongFunction;
import uk.nhs.estate.store.EstateRow;
import uk.nhs.estate.store.GradeRow;

/// The estate as a whole.
///
/// @param organisations how many are at work
/// @param kinds the domains and the sites in numbers
/// @param worst the targets that stand worst
/// @param more whether there are more of them
/// @param candidates hosts that our pages lead to and that the register does not know
public record EstatePage(
    long organisations,
    List<EstateRow> kinds,
    List<GradeRow> grades,
    List<TargetLine> worst,
    boolean more,
    long candidates) {

  /// The most candidates that are counted.
  public static final int MOST_COUNTED = 1_000;

  /// The number of domains and of sites together.
  public long sum(ToLongFunction<EstateRow> number) {
    return kinds.stream().mapToLong(number).sum();
  }

  /// How many targets there are of a kind.
  public long targets(String kind) {
    return kinds.stream()
        .filter(row -> row.kind().equals(kind))
        .mapToLong(EstateRow::targets)
        .sum();
  }

  /// How many targets of a kind have a grade.
  public long graded(String kind, String grade) {
    return grades.stream()
        .filter(row -> row.kind().equals(kind) && row.grade().equals(grade))
        .mapToLong(GradeRow::targets)
        .sum();
  }
}
