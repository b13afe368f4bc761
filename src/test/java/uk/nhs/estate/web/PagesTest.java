package uk.nhs.estate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.web.SeededEstate.HOSTILE;
import static uk.nhs.estate.web.SeededEstate.SHARED;
import static uk.nhs.estate.web.SeededEstate.ago;

import java.time.Duration;
import java.util.HashSet;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every page, whatever it shows.
class PagesTest {
  private static final String DOMAIN = "pages-everywhere.test";
  private static final String SITE = "www." + DOMAIN;

  @BeforeAll
  static void seed() {
    SHARED.organisation("PGS", "<img src=x onerror=alert(1)> \"Trust\"");
    var domain = SHARED.domain(DOMAIN);
    var site = SHARED.site(SITE, DOMAIN);
    SHARED.claim("PGS", DOMAIN);
    SHARED.lookAtDomain(domain, ago(Duration.ofHours(3)));
    SHARED.lookAtSite(site, ago(Duration.ofHours(2)));
    SHARED.lookAtSite(SHARED.site("late." + DOMAIN, DOMAIN), ago(Duration.ofDays(9)));
    SHARED.lookInVain(SHARED.site("dark." + DOMAIN, DOMAIN), ago(Duration.ofHours(1)));
    SHARED.site("new." + DOMAIN, DOMAIN);
  }

  static Stream<String> paths() {
    return Stream.of(
        "/",
        "/domains",
        "/sites",
        "/sites?name=" + DOMAIN + "&grade=F&look=UNCHECKED&organisation=PGS",
        "/domains/" + DOMAIN,
        "/sites/" + SITE,
        "/sites/late." + DOMAIN,
        "/sites/dark." + DOMAIN,
        "/sites/new." + DOMAIN,
        "/findings",
        "/findings?status=ALL&name=" + DOMAIN,
        "/organisations",
        "/organisations/PGS",
        "/checks",
        "/candidates",
        "/search",
        "/search?q=pages-everywhere",
        "/search?q=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E",
        finding(),
        "/nothing-here",
        "/sites/nothing.here.test");
  }

  @ParameterizedTest
  @MethodSource("paths")
  void canBeReadWithoutEyesMouseOrScripts(String path) {
    var page = SHARED.page(path);
    assertThat(page.select("html").attr("lang")).isEqualTo("en-GB");
    assertThat(page.title()).endsWith(" – NHS web estate");
    assertThat(page.select("h1")).hasSize(1);
    assertThat(page.select("main#maincontent, header, footer, nav")).hasSizeGreaterThan(3);
    assertThat(page.body().child(0).attr("href")).isEqualTo("#maincontent");
    var ids = page.select("[id]").eachAttr("id");
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(new HashSet<>(ids))
        .containsAll(
            page.select("a[href^=#]").eachAttr("href").stream()
                .map(at -> at.substring(1))
                .toList());
    assertThat(page.select("input, select"))
        .allMatch(field -> page.select("label[for=" + field.id() + "]").size() == 1);
    assertThat(page.select("table"))
        .allMatch(table -> table.child(0).is("caption") && !table.child(0).text().isBlank())
        .allMatch(table -> !table.select("thead th[scope=col]").isEmpty());
    assertThat(page.select("tbody tr")).allMatch(row -> row.child(0).is("th[scope=row]"));
    assertThat(page.select("a, button, summary")).allMatch(Element::hasText);
    headingsAreInOrder(page);
  }

  @ParameterizedTest
  @MethodSource("paths")
  void bringsNothingThatRunsOrComesFromElsewhere(String path) {
    var page = SHARED.page(path);
    assertThat(page.select("script, iframe, object, embed, base, img, style, [style]")).isEmpty();
    assertThat(page.getAllElements())
        .allMatch(
            element ->
                element.attributes().asList().stream()
                    .noneMatch(each -> each.getKey().startsWith("on")));
    assertThat(page.select("link[href]").eachAttr("href"))
        .allMatch(at -> at.startsWith("/assets/"));
    assertThat(page.select("form").eachAttr("action")).allMatch(at -> at.startsWith("/"));
    assertThat(page.select("a[href^=http]"))
        .allMatch(link -> link.attr("rel").equals("noreferrer"));
  }

  @ParameterizedTest
  @MethodSource("paths")
  void tellsBrowsersToDoNothingButShowIt(String path) {
    var headers = SHARED.service().get(path, "Accept", "text/html").headers();
    assertThat(headers.firstValue("Content-Type")).hasValue("text/html;charset=utf-8");
    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self';")
        .doesNotContain("unsafe", "script-src", "font-src");
    assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
  }

  @ParameterizedTest
  @MethodSource("paths")
  void saysThatTheOrganisationsArePretendAndWhoCanSeeThis(String path) {
    var page = SHARED.page(path);
    assertThat(page.select("section.estate-practice").text())
        .startsWith("These organisations are pretend.");
    assertThat(page.select("footer").text()).contains("no sign-in yet", "this machine only");
  }

  @Test
  void noTwoPagesHaveTheSameTitle() {
    assertThat(
            paths()
                .filter(path -> !path.contains("look=") && !path.contains("ALL"))
                .filter(path -> !path.equals("/nothing-here"))
                .map(path -> SHARED.page(path).title()))
        .doesNotHaveDuplicates();
  }

  @Test
  void showsHostileTextAsTextAndSpellsOutWhatCannotBeSeen() {
    var site = SHARED.page("/sites/" + SITE);
    var seen = site.select("pre.estate-sent");
    assertThat(seen).anyMatch(text -> text.text().contains("<script>alert(1)</script>\" onfocus="));
    assertThat(seen.select("span.estate-invisible").eachText())
        .contains("[U+202E]", "[U+001B]", "[U+0007]");
    assertThat(site.wholeText()).doesNotContain("\u202E").doesNotContain("\u001B");
    var domain = SHARED.page("/domains/" + DOMAIN);
    assertThat(domain.wholeText()).contains("{{1+1}}", HOSTILE.substring(0, 25));
    assertThat(SHARED.page("/organisations/PGS").select("h1").text())
        .contains("<img src=x onerror=alert(1)> \"Trust\"");
    assertThat(SHARED.page("/search?q=%22%3E%3Cb%3E").select("input").attr("value"))
        .isEqualTo("\"><b>");
  }

  private static String finding() {
    return SHARED.page("/findings?name=" + SITE).select("tbody th a").eachAttr("href").getFirst();
  }

  private static void headingsAreInOrder(Element page) {
    int level = 0;
    for (var heading : page.select("h1, h2, h3, h4, h5, h6")) {
      int next = heading.tagName().charAt(1) - '0';
      assertThat(next).as(heading.text()).isBetween(1, level + 1);
      level = next;
    }
  }
}
