package uk.nhs.estate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.web.SeededEstate.HOSTILE;
import static uk.nhs.estate.web.SeededEstate.SHARED;
import static uk.nhs.estate.web.SeededEstate.ago;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class HeadersPageTest {
  private static final String PATH = "/sites/www.tried.test/headers";

  @BeforeAll
  static void seed() {
    SHARED.lookAtSite(SHARED.site("www.tried.test", "tried.test"), ago(Duration.ofHours(1)));
    SHARED.site("unseen.tried.test", "tried.test");
  }

  @Test
  void beginsWithTheHeaderOfTodayWithoutTheValuesOfCookies() {
    var page = SHARED.page(PATH);
    assertThat(page.selectXpath("//textarea").getFirst().wholeText())
        .contains("Strict-Transport-Security: max-age=60", "Server: <script>alert(1)</script>")
        .contains("(not shown)");
    assertThat(page.select("script, [onfocus]")).isEmpty();
    assertThat(SHARED.page("/sites/www.tried.test").select("a[href=" + PATH + "]")).hasSize(1);
    assertThat(SHARED.page("/sites/unseen.tried.test/headers").select("textarea").text()).isEmpty();
  }

  @Test
  void saysWhatWouldOpenAndCloseAndKeepsWhatWasGiven() {
    var given = "Strict-Transport-Security: max-age=31536000\nContent-Type: text/html";
    var page = page(send(given, "no"), 200);
    assertThat(page.text())
        .contains(
            "Would close: ",
            "Score then",
            "Comparable to MDN HTTP Observatory Then ",
            "Score today",
            "Not sent any more Server");
    assertThat(page.selectXpath("//textarea").getFirst().wholeText().strip()).isEqualTo(given);
    assertThat(page.select("#merge-no").hasAttr("checked")).isTrue();
    var same = page(send("X-Unheard-Of: 1", "yes"), 200);
    assertThat(same.text()).contains("Nothing would open or close.").doesNotContain("Not sent any");
    assertThat(same.select("#merge-yes").hasAttr("checked")).isTrue();
  }

  @Test
  void saysBesideTheFormWhichLineIsWrongAndRunsNothingOfIt() {
    var page =
        page(send("X-A: 1\n" + HOSTILE.replace("\u001B", "").replace("\u0007", ""), "no"), 400);
    assertThat(page.select("#headers-error").text()).startsWith("Error: line 2: ");
    assertThat(page.title()).startsWith("Error: ");
    assertThat(page.select(".nhsuk-error-summary a").attr("href")).isEqualTo("#headers");
    assertThat(page.select("textarea").attr("aria-describedby")).contains("headers-error");
    assertThat(page.select("script, [onfocus]")).isEmpty();
    assertThat(page(send("X: \u0000", "no"), 400).select("#headers-error").text())
        .contains("U+0000");
  }

  @Test
  void whatIsHostileInAHeaderIsShownAndRunsNothing() {
    var page =
        page(send("Set-Cookie: <img src=x onerror=alert(1)>=1\nServer: \u202Egnp/1.2", "yes"), 200);
    assertThat(page.select("img[src=x], script, [onerror]")).isEmpty();
  }

  @Test
  void aSiteThatWasNotSeenOrIsNotThereIsSaidToBe() {
    var unseen = page(post("/sites/unseen.tried.test/headers", "headers=X%3A+1"), 400);
    assertThat(unseen.select("#headers-error").text()).contains("No page of this site itself");
    page(post("/sites/nobody.test/headers", "headers=X%3A+1"), 404);
    assertThat(SHARED.page("/sites/nobody.test/headers").text()).contains("holds no site");
  }

  private static HttpResponse<String> send(String headers, String merge) {
    return post(
        PATH, "headers=" + URLEncoder.encode(headers, StandardCharsets.UTF_8) + "&merge=" + merge);
  }

  private static Document page(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).isEqualTo(status);
    return Jsoup.parse(answer.body());
  }

  private static HttpResponse<String> post(String path, String form) {
    return SHARED
        .service()
        .send(
            SHARED
                .service()
                .request(path, "Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
  }
}
