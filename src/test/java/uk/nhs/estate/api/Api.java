package uk.nhs.estate.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map.Entry;
import uk.nhs.estate.TestService;

/// Asks the API as a program does, and holds every answer against the description of the API.
final class Api {
  static final TestService SERVICE = TestService.shared();

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNode DESCRIPTION = description();

  private Api() {}

  /// What is at a path.
  static JsonNode get(String path, String... headers) {
    var answer = SERVICE.get(path, headers);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/json");
    return body(answer, path, "get", "200");
  }

  /// The items of all pages of a list.
  static List<JsonNode> all(String path) {
    var items = new ArrayList<JsonNode>();
    var page = get(path);
    page.path("items").forEach(items::add);
    while (!page.path("next").isNull()) {
      var next = page.path("next").asText();
      page = get(path + (path.contains("?") ? "&" : "?") + "cursor=" + next);
      page.path("items").forEach(items::add);
    }
    return items;
  }

  /// The texts of a field of items.
  static List<String> texts(Iterable<JsonNode> items, String field) {
    var texts = new ArrayList<String>();
    items.forEach(item -> texts.add(item.path(field).asText()));
    return texts;
  }

  /// The body of an answer, which must be what the description says.
  static JsonNode body(
      HttpResponse<String> answer, String path, String method, String describedStatus) {
    try {
      var body = JSON.readTree(answer.body());
      var schema = schema(path.replaceFirst("\\?.*", ""), method, describedStatus);
      assertThat(
              JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schema).validate(body))
          .as("%s is as described: %s", path, body)
          .isEmpty();
      return body;
    } catch (JsonProcessingException e) {
      throw new AssertionError(answer.body(), e);
    }
  }

  /// The problem that a GET gets.
  static JsonNode problem(int status, String path, String... headers) {
    return problem(status, SERVICE.get(path, headers));
  }

  /// The problem in an answer.
  static JsonNode problem(int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(header(answer, "Content-Type")).isEqualTo("application/problem+json");
    var problem = body(answer, "/api/v1/checks", "get", "4XX");
    assertThat(problem.path("status").asInt()).isEqualTo(status);
    assertThat(problem.path("type").asText()).isEqualTo("about:blank");
    assertThat(problem.path("title").asText()).isNotEmpty();
    assertThat(problem.path("detail").asText()).isNotEmpty();
    return problem;
  }

  static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static JsonNode schema(String path, String method, String status) {
    for (Entry<String, JsonNode> template : DESCRIPTION.path("paths").properties()) {
      if (path.matches(template.getKey().replaceAll("\\{[^}]+}", "[^/]+"))) {
        var content = template.getValue().at("/" + method + "/responses/" + status + "/content");
        ObjectNode schema = content.iterator().next().path("schema").deepCopy();
        return schema.set("components", DESCRIPTION.path("components"));
      }
    }
    throw new AssertionError(path + " is not described");
  }

  private static JsonNode description() {
    try {
      return new YAMLMapper().readTree(Path.of("docs/openapi.yml").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
