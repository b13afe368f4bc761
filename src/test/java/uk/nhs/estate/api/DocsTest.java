package uk.nhs.estate.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.TestService;

class DocsTest {
  private static final TestService SERVICE = TestService.shared();
  private static final Pattern REFERENCE = Pattern.compile("(?:src|href)=\"([^\"]+)\"");

  @Test
  void thePageIsMadeOfWhatThisServiceServes() {
    var page = SERVICE.get("/api/docs");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(Api.header(page, "Content-Type")).isEqualTo("text/html;charset=utf-8");
    var references = REFERENCE.matcher(page.body()).results().map(found -> found.group(1)).toList();
    assertThat(references).hasSize(5).allMatch(reference -> reference.startsWith("/api/"));
    assertThat(references)
        .allSatisfy(
            reference -> {
              var asset = SERVICE.get(reference);
              assertThat(asset.statusCode()).isEqualTo(200);
              assertThat(asset.body()).isNotEmpty();
              assertThat(Api.header(asset, "X-Content-Type-Options")).isEqualTo("nosniff");
            });
    assertThat(SERVICE.get("/api/docs/docs.js").body()).contains("'/api/openapi.yml'");
  }

  @Test
  void nothingMayComeFromElsewhere() {
    assertThat(Api.header(SERVICE.get("/api/docs"), "Content-Security-Policy"))
        .startsWith("default-src 'none'; script-src 'self';")
        .contains("connect-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("http", "*", "unsafe-eval");
  }

  @Test
  void noOtherFileIsServed() {
    for (var name :
        new String[] {
          "x", "..%2fapplication.yml", "%2e%2e/openapi.yml", "docs.html", "index.css"
        }) {
      assertThat(SERVICE.get("/api/docs/" + name).statusCode()).isEqualTo(404);
    }
  }
}
