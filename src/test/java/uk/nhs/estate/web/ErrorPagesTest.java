package uk.nhs.estate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.web.SeededEstate.SHARED;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.TestService;

class ErrorPagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/nothing|404|Page not found|There is nothing at this address.",
        "/domains/not-in-the-register.test|404|Page not found|holds no domain named",
        "/sites/1.2.3.4|404|Page not found|“1.2.3.4”",
        "/organisations/%00%E2%80%AE|404|Page not found|\\u{202E}",
        "/findings/999999999|404|Page not found|no finding with the number 999999999",
        "/findings/x|400|We cannot use what was asked|",
        "/findings?status=LOUD|400|We cannot use what was asked|“LOUD” is not a status",
        "/findings?after=1|400|We cannot use what was asked|no page that begins after",
        "/domains?look=%22%3E|400|We cannot use what was asked|is not a look",
        "/sites?after=999999999999.1|400|We cannot use what was asked|no page that begins after",
      })
  void saysWhatIsWrongAndWhatToDo(String path, int status, String title, String what) {
    var response = SHARED.service().get(path, "Accept", "text/html");
    assertThat(response.statusCode()).isEqualTo(status);
    var page = Jsoup.parse(response.body());
    assertThat(page.select("h1").text()).isEqualTo(title);
    assertThat(page.select("main").text()).contains(what == null ? "" : what, "The estate");
  }

  @Test
  void aPageThatCannotBePostedToSaysSo() {
    var request =
        SHARED.service().request("/checks", "Accept", "text/html").POST(BodyPublishers.noBody());
    var response = SHARED.service().send(request);
    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(Jsoup.parse(response.body()).select("h1").text())
        .isEqualTo("This address does not work that way");
  }

  @Test
  void programsGetNoPages() {
    assertThat(SHARED.service().get("/nothing", "Accept", "application/json").body())
        .doesNotContain("<html");
    assertThat(SHARED.service().get("/api/v1/nothing", "Accept", "text/html").body())
        .doesNotContain("nhsuk");
    assertThat(SHARED.service().get("/nothing").body()).doesNotContain("<html");
    assertThat(SHARED.service().get("/nothing", "Accept", "*/*").body()).doesNotContain("<html");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/search?q=%00",
        "/search?q=%ED%A0%80",
        "/search?q=%25%5F%5C%27",
        "/domains?name=%00a&organisation=%00",
        "/findings?rule=%00&name=%00",
        "/organisations?after=%00",
        "/organisations?parent=%22%7D&name=%27",
        "/domains/%2e%2e",
        "/assets/..%2f..%2fapplication.yml"
      })
  void noInputIsOurFault(String path) {
    assertThat(SHARED.service().get(path, "Accept", "text/html").statusCode()).isLessThan(500);
  }

  @Test
  void ourOwnFaultShowsNothingOfItsInside() {
    try (var broken = TestService.start(Map.of())) {
      broken.sql("alter table organisation rename to organisation_gone");
      var response = broken.get("/organisations", "Accept", "text/html");
      assertThat(response.statusCode()).isEqualTo(500);
      assertThat(Jsoup.parse(response.body()).select("main").text())
          .contains("Sorry, there is a problem with the service", "in our log")
          .doesNotContain("organisation_gone", "SQL", "Exception");
    }
  }
}
