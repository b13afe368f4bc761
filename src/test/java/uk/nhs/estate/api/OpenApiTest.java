package uk.nhs.estate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.GeneratedFile;
import uk.nhs.estate.TestService;

/// Keeps `docs/openapi.yml`, which the service serves.
///
/// The compiler's plug-in writes OpenAPI 3.0; in its 3.1 a reference that may be null can hold
/// nothing but null. So the step to 3.1 (JSON Schema 2020-12) is made here.
class OpenApiTest {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .build();

  @Test
  void theDescriptionIsWhatTheControllersSay() throws IOException {
    GeneratedFile.at("docs/openapi.yml").matches(YAML.writeValueAsString(generated()));
  }

  @Test
  void theServiceServesTheDescription() throws JsonProcessingException {
    var answer = TestService.shared().get("/api/openapi.yml");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/yaml");
    assertThat(YAML.readTree(answer.body()).path("openapi").asText()).isEqualTo("3.1.0");
  }

  private static JsonNode generated() throws IOException {
    try (var in =
        Objects.requireNonNull(
            OpenApiTest.class.getResourceAsStream("/META-INF/swagger/openapi.yml"))) {
      var document = (ObjectNode) YAML.readTree(in);
      document.put("openapi", "3.1.0");
      ((ObjectNode) document.path("info").path("license")).put("identifier", "MIT");
      mend(document);
      return document;
    }
  }

  private static void mend(JsonNode node) {
    if (node instanceof ObjectNode object) {
      // A parameter may be left out, which is not the same as null.
      if (object.has("in") && object.path("schema") instanceof ObjectNode schema) {
        schema.remove("nullable");
      }
      if (object.has("operationId")) {
        mendOperation(object);
      }
      mendSchema(object);
    }
    node.forEach(OpenApiTest::mend);
  }

  private static void mendOperation(ObjectNode operation) {
    if (operation.path("summary").equals(operation.path("description"))) {
      operation.remove("description");
    }
    for (var response : operation.path("responses")) {
      if (response.path("description").asText().endsWith(" response")) {
        ((ObjectNode) response).set("description", operation.path("summary"));
      }
    }
  }

  private static void mendSchema(ObjectNode schema) {
    boolean nullable = schema.path("nullable").isBoolean() && schema.remove("nullable").asBoolean();
    if (schema.path("allOf").size() == 1 && schema.path("allOf").path(0).has("$ref")) {
      var reference = (ObjectNode) schema.remove("allOf").path(0);
      if (nullable) {
        var either = schema.putArray("anyOf");
        either.add(reference);
        either.addObject().put("type", "null");
      } else {
        schema.setAll(reference);
      }
    } else if (nullable
        && schema.path("type") instanceof TextNode type
        && !type.asText().equals("object")) {
      ArrayNode types = schema.putArray("type");
      types.add(type);
      types.add("null");
    }
    if (schema.path("description") instanceof TextNode text && text.asText().contains("\\`")) {
      schema.put("description", text.asText().replace("\\`", "`"));
    }
    // JSON of any shape: the plug-in knows only objects.
    if (schema.path("type").asText().equals("object")
        && !schema.has("properties")
        && !schema.has("additionalProperties")) {
      schema.remove("type");
    }
    schema.remove("x-enum-descriptions");
    schema.remove("x-enum-varnames");
  }
}
