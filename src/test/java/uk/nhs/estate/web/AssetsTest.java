package uk.nhs.estate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.web.SeededEstate.SHARED;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.TestService;

class AssetsTest {

  @Test
  void everyStyleSheetOfAPageIsThereAndMayBeKeptForGood() {
    var sheets = SHARED.page("/").select("link[href]").eachAttr("href");
    assertThat(sheets).hasSize(3);
    for (var sheet : sheets) {
      var response = SHARED.service().get(sheet);
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Cache-Control"))
          .hasValue("public, max-age=31536000, immutable");
      var tag = response.headers().firstValue("ETag").orElseThrow();
      var again = SHARED.service().get(sheet, "If-None-Match", tag);
      assertThat(again.statusCode()).isEqualTo(304);
      assertThat(again.body()).isEmpty();
    }
  }

  @Test
  void largeOnesTravelCompressed() {
    var sheet = SHARED.page("/").select("link[rel=stylesheet]").attr("href");
    var response = SHARED.service().get(sheet, "Accept-Encoding", "gzip");
    assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(response.headers().firstValue("Content-Type")).hasValue("text/css;charset=utf-8");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/assets/",
        "/assets/nhsuk-frontend/10.6.1/LICENCE",
        "/assets/../application.yml",
        "/assets/%2e%2e/application.yml",
        "/assets/..%2fapplication.yml",
        "/assets/nhsuk-frontend/%2e%2e/%2e%2e/application.yml",
        "/assets//etc/passwd"
      })
  void nothingElseIsServed(String path) {
    assertThat(SHARED.service().get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void whereItIsCanBeAskedWithoutFetchingIt() {
    var request =
        SHARED
            .service()
            .request("/", "Accept", "text/html")
            .method("HEAD", BodyPublishers.noBody());
    var response = SHARED.service().send(request);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
  }

  @Test
  void theNhsIdentityIsShownOnlyWhereASettingTurnsItOn() {
    var plain = SHARED.page("/");
    assertThat(plain.select("svg, .nhsuk-header__logo")).isEmpty();
    assertThat(plain.select("html").hasClass("estate-unbranded")).isTrue();
    try (var branded = TestService.start(Map.of("estate.branding", "nhs"))) {
      var response = branded.get("/", "Accept", "text/html");
      var page = Jsoup.parse(response.body());
      assertThat(page.select("svg.nhsuk-header__logo")).hasSize(1);
      assertThat(page.select("html").hasClass("estate-unbranded")).isFalse();
      assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("font-src https://assets.nhs.uk;");
      assertThat(page.select(".estate-practice")).isEmpty();
      assertThat(page.text()).contains("The register is empty.");
    }
  }
}
