package uk.nhs.estate.observation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.register.DomainName;
import uk.nhs.estate.sample.SoundSite;
import uk.nhs.estate.sample.Visits;

class LinkedHostsTest {

  @Test
  void areThoseOfTheFirstPageAndOfAllThatWereCrawled() {
    var site =
        SoundSite.markup(text -> text + link("https://a.trust.nhs.uk/x"))
            .with(
                new Crawl(
                    List.of(page(link("//b.trust.nhs.uk") + link("https://a.trust.nhs.uk/y"))),
                    0,
                    null));
    assertThat(hosts(site)).containsExactly("a.trust.nhs.uk", "b.trust.nhs.uk");
  }

  @Test
  void areNamesOfOtherHostsAsBrowsersReadThem() {
    var site =
        SoundSite.markup(
            text ->
                text
                    + link("/about")
                    + link("https://" + SoundSite.HOST.toUpperCase(Locale.ROOT) + "/")
                    + link("\\\\one.nhs.uk\\a")
                    + link("ht\ntps://user:secret@TWO.nhs.uk.:8443/")
                    + link("http://b\u00fccher.test/")
                    + link("https://192.0.2.1/")
                    + link("https://[2001:db8::1]/")
                    + link("https://localhost/")
                    + link("https://under_score.nhs.uk/")
                    + link("mailto:a@mail.nhs.uk")
                    + link("javascript:location='https://script.nhs.uk'"));
    assertThat(hosts(site)).containsExactly("one.nhs.uk", "two.nhs.uk", "xn--bcher-kva.test");
  }

  @Test
  void areNoneOfAPageOfSomebodyElse() {
    var elsewhere =
        Visits.answered(
            link("https://a.nhs.uk/"),
            Visits.hop(SoundSite.SECURE, 301, "Location: https://other.test/"),
            Visits.hop("https://other.test/", 200, "Content-Type: text/html"));
    assertThat(hosts(SoundSite.secure(elsewhere))).isEmpty();
  }

  @Test
  void haveAnEndAndThoseThatMayBeOursAreNotLostBehindIt() {
    var farm =
        IntStream.range(0, 160_000)
            .mapToObj(number -> link("https://h" + number + ".a-farm.test/"))
            .collect(Collectors.joining());
    var site = SoundSite.markup(_ -> link("https://z.nhs.uk/") + farm);
    assertThat(hosts(site)).hasSizeLessThanOrEqualTo(2_000).startsWith("z.nhs.uk");
    assertThat(hosts(site).size()).isGreaterThan(1_000);
  }

  private static List<String> hosts(HttpFacts site) {
    return LinkedHosts.of(site).stream().map(DomainName::ascii).toList();
  }

  private static Visit page(String html) {
    return Visits.answered(
        html, Visits.hop(SoundSite.SECURE + "a", 200, "Content-Type: text/html"));
  }

  private static String link(String address) {
    return "<a href=\"" + address + "\">there</a>\n";
  }
}
