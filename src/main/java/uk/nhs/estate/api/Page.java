package uk.nhs.estate.api;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A part of a list.
///
/// @param next the cursor of the part that follows; none on the last one
@Serdeable
record Page<T>(List<T> items, @Nullable String next) {

  /// How many items a page has when nobody says.
  static final String USUAL = "50";

  /// The most items that a page has.
  static final int MOST = 200;

  /// A page of rows.
  ///
  /// @param rows one more than the limit, if there are as many
  static <R, K, T> Page<T> of(
      List<R> rows, int limit, Cursors<K> cursors, Function<R, K> key, Function<R, T> item) {
    var shown = rows.subList(0, Math.min(limit, rows.size()));
    return new Page<>(
        shown.stream().map(item).toList(),
        rows.size() > limit ? cursors.at(key.apply(shown.getLast())) : null);
  }
}
