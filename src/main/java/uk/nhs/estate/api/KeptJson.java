package uk.nhs.estate.api;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/// Reads the JSON that the store keeps.
@Singleton
class KeptJson {
  private final JsonMapper json;

  KeptJson(JsonMapper json) {
    this.json = json;
  }

  <T> List<T> list(String text, Class<T> type) {
    return read(text, Argument.listOf(type));
  }

  JsonNode tree(String text) {
    return read(text, Argument.of(JsonNode.class));
  }

  private <T> T read(String text, Argument<T> type) {
    try {
      return json.readValue(text, type);
    } catch (IOException e) {
      throw new UncheckedIOException("Kept JSON can always be read", e);
    }
  }
}
