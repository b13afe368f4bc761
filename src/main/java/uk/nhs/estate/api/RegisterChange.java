package uk.nhs.estate.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.store.HistoryRow;

/// A change of an entry of the register.
///
/// @param actor who made it
/// @param organisation the organisation that the entry is or is about, if any
/// @param target the domain or site that the entry is or is about, if any
@Serdeable
record RegisterChange(
    long id,
    Instant at,
    String actor,
    Entry entry,
    @Nullable String organisation,
    @Nullable String target,
    List<FieldChange> changes) {

  /// What kind of entry changed.
  enum Entry {
    ORGANISATION,
    DOMAIN,
    SITE,
    CLAIM,
    CONTACT,
    DKIM_SELECTOR
  }

  /// A field before and after; without the former the entry was new.
  @Serdeable
  @Schema(name = "FieldChange")
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record FieldChange(String field, @Nullable JsonNode before, @Nullable JsonNode after) {}

  /// Keys of the store, and what the change says elsewhere.
  private static final Set<String> INNER = Set.of("id", "domain_id", "target_id", "kind");

  private static final Map<String, String> NAMES =
      Map.of("from_date", "from", "until_date", "until");
  private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");

  static RegisterChange of(HistoryRow row, KeptJson json) {
    var after = json.tree(row.after());
    var before = row.before() == null ? null : json.tree(row.before());
    var changes = new ArrayList<FieldChange>();
    for (var field : after.entries()) {
      var old = before == null ? null : before.get(field.getKey());
      if (!INNER.contains(field.getKey()) && !Objects.equals(old, field.getValue())) {
        changes.add(new FieldChange(name(field.getKey()), old, field.getValue()));
      }
    }
    var organisation = after.get(row.entry().equals("organisation") ? "code" : "organisation");
    return new RegisterChange(
        row.id(),
        row.at(),
        row.actor(),
        entry(row),
        organisation == null || organisation.isNull() ? null : organisation.getStringValue(),
        row.kind() == null || row.name() == null ? null : Links.target(row.kind(), row.name()),
        changes);
  }

  private static Entry entry(HistoryRow row) {
    var word = row.entry().equals("target") ? row.kind() : row.entry();
    return Entry.valueOf(String.valueOf(word).toUpperCase(Locale.ROOT));
  }

  private static String name(String column) {
    return NAMES.getOrDefault(
        column, UNDERSCORE.matcher(column).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT)));
  }
}
