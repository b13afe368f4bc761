package uk.nhs.estate.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A DKIM key that a domain publishes, and who else publishes the same.
///
/// @param fingerprint SHA-256 of the key, by which the same key is recognised
/// @param keptAt the name at which the record stands when the selector is an alias: whoever keeps
///     it shares a key on purpose
/// @param others how many other domains publish it
/// @param sharedWith the first of them, by name
public record PublishedKey(
    String selector,
    String fingerprint,
    @Nullable String keptAt,
    int others,
    List<Other> sharedWith) {

  public PublishedKey {
    sharedWith = List.copyOf(sharedWith);
  }

  /// Another domain.
  ///
  /// @param organisations who claims it, as people read it; none when nobody does
  public record Other(String domain, @Nullable String organisations) {}

  /// @param rows one after another by selector and key
  static List<PublishedKey> of(List<SharedKeyRow> rows) {
    return rows.stream()
        .collect(
            Collectors.groupingBy(
                row -> List.of(row.selector(), row.fingerprint()),
                LinkedHashMap::new,
                Collectors.toList()))
        .values()
        .stream()
        .map(PublishedKey::one)
        .toList();
  }

  private static PublishedKey one(List<SharedKeyRow> rows) {
    var first = rows.getFirst();
    return new PublishedKey(
        first.selector(),
        first.fingerprint(),
        first.keptAt(),
        first.others(),
        rows.stream()
            .filter(row -> row.name() != null)
            .map(row -> new Other(Objects.requireNonNull(row.name()), row.organisations()))
            .toList());
  }
}
