package uk.nhs.estate.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.register.Refusal;

/// Reads and writes the addresses of lists with their filters.
record Address(String path, Map<String, String> query) {
  private static final int LONGEST = 200;

  Address {
    query = new LinkedHashMap<>(query);
  }

  static Address of(String path) {
    return new Address(path, Map.of());
  }

  /// The same with one more filter; nothing changes without a value.
  Address with(String name, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    var more = new LinkedHashMap<>(query);
    more.put(name, value.toString());
    return new Address(path, more);
  }

  @Override
  public String toString() {
    return query.isEmpty()
        ? path
        : query.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + encode(entry.getValue()))
            .collect(Collectors.joining("&", path + "?", ""));
  }

  private static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /// Text that somebody looks for: without what cannot be seen, and not endless; null for none.
  static @Nullable String text(@Nullable String given) {
    if (given == null) {
      return null;
    }
    var text = new StringBuilder();
    given
        .codePoints()
        .limit(LONGEST)
        .filter(point -> !Refusal.isInvisible(point))
        .forEach(text::appendCodePoint);
    return text.toString().isBlank() ? null : text.toString().strip();
  }

  /// The name of one of the values; null for none.
  ///
  /// @throws Refusal for any other
  static <E extends Enum<E>> @Nullable String oneOf(
      Class<E> values, String field, @Nullable String given) {
    if (given == null || given.isBlank()) {
      return null;
    }
    for (var value : values.getEnumConstants()) {
      if (value.name().equalsIgnoreCase(given)) {
        return value.name();
      }
    }
    throw new Refusal(field, Refusal.quote(given) + " is not a " + field + " that we know.");
  }
}
