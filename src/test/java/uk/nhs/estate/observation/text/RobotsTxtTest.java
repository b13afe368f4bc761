package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RobotsTxtTest {
  private static final String US = "NHS-web-estate/0.1 (+https://example.org)";

  @Test
  void theGroupThatNamesUsCountsAndNotTheOneForEverybody() {
    var file =
        """
        User-agent: *
        Disallow: /

        User-agent: nhs-WEB-estate
        Disallow: /private
        """;
    assertThat(allows(file, "/")).isTrue();
    assertThat(allows(file, "/private/a")).isFalse();
    assertThat(RobotsTxt.allows(read(file).of("Another/2"), "/")).isFalse();
  }

  @Test
  void groupsThatNameUsAreOne() {
    var file =
        """
        User-agent: NHS-web-estate
        Disallow: /a
        User-agent: other
        Disallow: /c
        user-AGENT : NHS-web-estate/9 # with a version
        disallow: /b
        """;
    assertThat(allows(file, "/a")).isFalse();
    assertThat(allows(file, "/b")).isFalse();
    assertThat(allows(file, "/c")).isTrue();
  }

  @Test
  void aPartOfOurTokenIsAnotherCrawler() {
    assertThat(allows("User-agent: NHS\nUser-agent: NHS-web-estate-pro\nDisallow: /", "/"))
        .isTrue();
  }

  @Test
  void severalCrawlersShareAGroupWhateverStandsBetween() {
    var file =
        """
        User-agent: other
        Crawl-delay: 7
        Sitemap: https://www.trust.nhs.uk/sitemap.xml

        # and we
        User-agent: NHS-web-estate
        Noindex: /x
        Disallow: /a
        """;
    assertThat(allows(file, "/a")).isFalse();
    assertThat(read(file).of(US).delay()).contains(Duration.ofSeconds(7));
    assertThat(read(file).sitemaps()).containsExactly("https://www.trust.nhs.uk/sitemap.xml");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Disallow: /",
        "User-agent: *",
        "User-agent: *\nDisallow:",
        "User-agent:\nDisallow: /",
        "User-agent: *\nDisallow /",
        "User-agent: *\n# Disallow: /",
        "User-agent: *\nDisallow: # /",
        "User-agent: *\nDisallow: private",
        "<!doctype html><title>Not found</title>"
      })
  void whatForbidsNothingAllowsAll(String file) {
    assertThat(allows(file, "/private")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    // RFC 9309 §2.2.3, §5.2 and beyond: pattern, path, whether it matches
    "/, /, true",
    "/fish, /fish.html, true",
    "/fish, /Fish.html, false",
    "/fish, /a/fish, false",
    "/fish/, /fish, false",
    "/*.php, /a/b.php5?x=1, true",
    "/*.php$, /a/b.php, true",
    "/*.php$, /a/b.php5, false",
    "/*.php$, /a.php/b.php, true",
    "/a*b*c, /axxbxxc, true",
    "/a*b*c, /acb, false",
    "/a**c, /abc, true",
    "*/b, /a/b, true",
    "/a$, /a, true",
    "/a$, /a/, false",
    "/a$b, /a$b, true",
    "/a*$, /abc, true",
    "/*ab$, /a, false",
    "/ab*b$, /ab, false",
    "/path/file-with-a-%2A.html, /path/file-with-a-*.html, true",
    "/path/file-with-a-%2A.html, /path/file-with-a-x.html, false",
    "/path/foo-%24, /path/foo-$, true",
    // §2.2.2: how octets are compared
    "/foo/bar?baz=quz, /foo/bar?baz=quz, true",
    "/foo/bar?baz=https://foo.bar, /foo/bar?baz=https%3A%2F%2Ffoo.bar, true",
    "/foo/bar?baz=https%3A%2F%2Ffoo.bar, /foo/bar?baz=https://foo.bar, true",
    "/foo/bar/%E3%83%84, /foo/bar/ツ, true",
    "/foo/bar/ツ, /foo/bar/%e3%83%84, true",
    "/foo/bar/%62%61%7A, /foo/bar/baz, true",
    "/foo/bar/baz, /foo/bar/%62%61%7A, true",
    "/a%2Fb, /a/b, false",
    "/a/b, /a%2fb, false",
    "/a%2fb, /a%2Fb, true",
    "/a%zz, /a%zz, true",
    "/a%4, /a%4, true"
  })
  void aPatternMatchesFromTheFirstOctet(String pattern, String path, boolean matches) {
    assertThat(allows("User-agent: *\nDisallow: " + pattern, path)).isEqualTo(!matches);
  }

  @ParameterizedTest
  @CsvSource({
    "/, /p, /page, true",
    "/page, /p, /page, false",
    "/page, /*.htm, /page.htm, true",
    "/page, /pag*, /page, true",
    "/page, /pa*, /page, false",
    "/folder, /folder, /folder/page, true",
    "/*.ph, /page, /page.php5, true",
    "/, /$, /, true",
    "/, /$, /page, false"
  })
  void theLongestMatchCountsAndOfEquallyLongTheOneThatAllows(
      String disallow, String allow, String path, boolean allowed) {
    var one = "Disallow: " + disallow;
    var other = "Allow: " + allow;
    assertThat(allows("User-agent: *\n" + one + "\n" + other, path)).isEqualTo(allowed);
    assertThat(allows("User-agent: *\n" + other + "\n" + one, path)).isEqualTo(allowed);
  }

  @Test
  void theFileItselfMayAlwaysBeRead() {
    assertThat(allows("User-agent: *\nDisallow: /", "/robots.txt")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r", "\n\r"})
  void takesAnyLineEndAndAMark(String end) {
    var file = "\uFEFFUser-agent: *\nDisallow: /a \t# why\n\nDisallow: /b".replace("\n", end);
    assertThat(allows(file, "/a")).isFalse();
    assertThat(allows(file, "/b")).isFalse();
    assertThat(allows(file, "/c")).isTrue();
  }

  @Test
  void aLineThatWasCutOffDoesNotCount() {
    var file = "User-agent: *\nDisallow: /a\nDisallow: /".getBytes(UTF_8);
    assertThat(RobotsTxt.allows(RobotsTxt.parse(file, false).of(US), "/b")).isFalse();
    assertThat(RobotsTxt.allows(RobotsTxt.parse(file, true).of(US), "/b")).isTrue();
    assertThat(RobotsTxt.allows(RobotsTxt.parse(file, true).of(US), "/a")).isFalse();
  }

  @Test
  void readsAHalfMebibyteAndNoMore() {
    var padding = "#" + "x".repeat(RobotsTxt.MOST_OCTETS - 40) + "\n";
    assertThat(allows(padding + "User-agent: *\nDisallow: /a\n", "/a")).isFalse();
    assertThat(allows("#" + "x".repeat(40) + padding + "User-agent: *\nDisallow: /a\n", "/a"))
        .isTrue();
  }

  @Test
  void takesSomeAddressesOfSitemapsAndNoEndOfThem() {
    var file = new StringBuilder("Sitemap:\nSitemap: " + "x".repeat(3_000) + "\n");
    for (int number = 0; number < 100; number++) {
      file.append("sitemap : /%d.xml\r\n".formatted(number));
    }
    assertThat(read(file.toString()).sitemaps()).hasSize(20).startsWith("/0.xml", "/1.xml");
  }

  /// Work that grew with the square of the file would not end within the time of a build.
  @ParameterizedTest
  @ValueSource(
      strings = {"Disallow: /*aaaaaaaaab\n", "Disallow: /*a*a*a*a*a*a*a*a*a*b\n", "Disallow: /*\n"})
  void manyPatternsOfManyWildcardsEnd(String line) {
    var file = "User-agent: *\n" + line.repeat(RobotsTxt.MOST_OCTETS / line.length());
    var group = read(file).of(US);
    assertThat(RobotsTxt.allows(group, "/" + "a".repeat(2_000))).isEqualTo(line.contains("b"));
    var one = "User-agent: *\nDisallow: /*" + "a".repeat(400_000) + "b";
    assertThat(allows(one, "/" + "a".repeat(800_000))).isTrue();
    var wild = "User-agent: *\nDisallow: /" + "*a".repeat(200_000) + "b";
    assertThat(allows(wild, "/" + "a".repeat(800_000))).isTrue();
  }

  @Property
  void matchesAsARegularExpressionDoes(
      @ForAll @Chars({'*', '/'}) @CharRange(from = 'a', to = 'b') @StringLength(max = 7)
          String pattern,
      @ForAll boolean ends,
      @ForAll @Chars('/') @CharRange(from = 'a', to = 'b') @StringLength(max = 9) String path) {
    var expression = Pattern.compile("/" + pattern.replace("*", ".*") + (ends ? "$" : ".*"));
    assertThat(allows("User-agent: *\nDisallow: /" + pattern + (ends ? "$" : ""), "/" + path))
        .isEqualTo(!expression.matcher("/" + path).matches());
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    var file = RobotsTxt.parse(bytes, false);
    var group = file.of(US);
    RobotsTxt.allows(group, new String(bytes, ISO_8859_1));
    assertThat(RobotsTxt.allows(group, "/robots.txt")).isTrue();
    assertThat(file.sitemaps()).hasSizeLessThanOrEqualTo(20);
  }

  private static boolean allows(String file, String path) {
    return RobotsTxt.allows(read(file).of(US), path);
  }

  private static RobotsTxt read(String file) {
    return RobotsTxt.parse(file.getBytes(UTF_8), false);
  }
}
