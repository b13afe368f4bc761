package uk.nhs.estate.settings;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Collectors;
import uk.nhs.estate.register.Refusal;

/// A YAML file held against its JSON Schema; JSON is YAML, too.
final class YamlFile {
  private static final int LARGEST = 1 << 20;

  /// Made when it is first needed: a short command may do without.
  private static final class Mapper {
    private static final YAMLMapper IT =
        YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
  }

  private YamlFile() {}

  /// @param schema the name before `.schema.json`
  static <T> T read(String name, InputStream in, String schema, Class<T> type) {
    try {
      var bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw refused(name, "is larger than 1 MiB");
      }
      var tree = Mapper.IT.readTree(bytes);
      hold(name, tree, schema);
      return Mapper.IT.treeToValue(tree, type);
    } catch (JacksonException e) {
      var at = e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
      throw refused(name, at + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void hold(String name, JsonNode tree, String schema) throws IOException {
    try (var in = bundled("schema/" + schema + ".schema.json")) {
      var errors =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(in)
              .validate(tree);
      if (!errors.isEmpty()) {
        throw refused(
            name,
            errors.stream()
                .map(ValidationMessage::getMessage)
                .sorted()
                .collect(Collectors.joining("; ")));
      }
    }
  }

  static InputStream bundled(String name) {
    var in = YamlFile.class.getResourceAsStream("/scanner-config/" + name);
    if (in == null) {
      throw new IllegalStateException(name + " is missing from the program");
    }
    return in;
  }

  static Refusal refused(String file, String reason) {
    return new Refusal(file, file + " " + reason);
  }
}
