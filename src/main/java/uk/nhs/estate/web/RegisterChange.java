package uk.nhs.estate.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import uk.nhs.estate.store.HistoryRow;

/// A change of an entry of the register, in words.
///
/// @param entry what changed: the organisation, the domain or site, or a claim, a contact or a DKIM
///     selector of it
/// @param lines the fields: what each was and what it is
public record RegisterChange(Instant at, String actor, String entry, List<String> lines) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST = 300;

  static RegisterChange of(HistoryRow row) {
    var entry = entry(row);
    if (row.before() == null) {
      return new RegisterChange(row.at(), row.actor(), entry, List.of("Entered into the register"));
    }
    var before = read(row.before());
    var after = read(row.after());
    var lines = new ArrayList<String>();
    after
        .properties()
        .forEach(
            field -> {
              var old = before.path(field.getKey());
              if (!old.equals(field.getValue())) {
                lines.add(
                    "%s: from %s to %s"
                        .formatted(Words.plain(field.getKey()), text(old), text(field.getValue())));
              }
            });
    return new RegisterChange(row.at(), row.actor(), entry, lines);
  }

  private static String entry(HistoryRow row) {
    if (row.entry().equals("dkim_selector")) {
      return "DKIM selector " + text(read(row.after()).path("selector"));
    }
    var entry =
        Words.plain(row.entry().equals("target") && row.kind() != null ? row.kind() : row.entry());
    return row.entry().equals("organisation") || row.name() == null
        ? entry
        : entry + " " + row.name();
  }

  private static String text(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return "nothing";
    }
    var text = value.isTextual() ? value.textValue() : value.toString();
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("PostgreSQL keeps valid JSON", e);
    }
  }
}
