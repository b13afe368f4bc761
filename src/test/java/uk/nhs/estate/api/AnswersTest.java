package uk.nhs.estate.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswersTest {
  private static final String PATH = "/api/v1/organisations/ZE1";

  @BeforeAll
  static void seed() {
    SeededEstate.organisation("ZE1", "Tagged Trust");
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() {
    var tag = Api.header(Api.SERVICE.get(PATH), "ETag");
    assertThat(tag).matches("\"[0-9a-f]{32}\"");
    for (var known : new String[] {tag, "W/" + tag, "\"x\", " + tag, "*"}) {
      var answer = Api.SERVICE.get(PATH, "If-None-Match", known);
      assertThat(answer.statusCode()).as(known).isEqualTo(304);
      assertThat(answer.body()).isEmpty();
      assertThat(Api.header(answer, "ETag")).isEqualTo(tag);
    }
    assertThat(Api.SERVICE.get(PATH, "If-None-Match", "\"x\"").statusCode()).isEqualTo(200);
  }

  @Test
  void whatHasChangedIsSentAgainWithAnotherTag() {
    SeededEstate.organisation("ZE2", "Before");
    var tag = Api.header(Api.SERVICE.get("/api/v1/organisations/ZE2"), "ETag");
    SeededEstate.organisation("ZE2", "After");
    var answer = Api.SERVICE.get("/api/v1/organisations/ZE2", "If-None-Match", tag);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Api.header(answer, "ETag")).isNotEqualTo(tag);
  }

  @Test
  void whatIsAskedWithHeadHasTheSameTag() {
    var head = Api.SERVICE.send(Api.SERVICE.request(PATH).method("HEAD", BodyPublishers.noBody()));
    assertThat(Api.header(head, "ETag")).isEqualTo(Api.header(Api.SERVICE.get(PATH), "ETag"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        PATH,
        "/api/v1/checks?limit=1",
        "/api/v1/organisations/ZZZ",
        "/api/v1/findings/x",
        "/api/v1/nowhere"
      })
  void browsersAreKeptFromMisusingAnyAnswer(String path) {
    var answer = Api.SERVICE.get(path);
    assertThat(Api.header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(Api.header(answer, "Content-Security-Policy"))
        .isEqualTo("default-src 'none'; frame-ancestors 'none'");
    assertThat(Api.header(answer, "Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(Api.header(answer, "Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
    assertThat(Api.header(answer, "Cache-Control")).isEqualTo("no-cache");
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }
}
