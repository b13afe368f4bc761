package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SetCookieTest {

  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final String HOST = "www.trust.nhs.uk";
  private static final Predicate<String> SUFFIXES = Set.of("uk", "nhs.uk")::contains;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          foo=bar                           | foo | bar   | false | false
          foo=bar; Secure; HttpOnly         | foo | bar   | true  | true
          foo=bar;secure;HTTPONLY           | foo | bar   | true  | true
          foo=bar; Secure=false; HttpOnly=0 | foo | bar   | true  | true
          foo = bar ; Secure                | foo | bar   | true  | false
          foo=a=b=c; Secure                 | foo | a=b=c | true  | false
          foo="a;b"                         | foo | `"a`  | false | false
          foo=; Secure                      | foo | ``    | true  | false
          bar; Secure                       | ``  | bar   | true  | false
          =bar                              | ``  | bar   | false | false
          foo=bar; NotSecure; XHttpOnly     | foo | bar   | false | false
          foo=Secure                        | foo | Secure | false | false
          """)
  void readsACookieAsBrowsersDo(
      String field, String name, String value, boolean secure, boolean httpOnly) {
    var cookie = SetCookie.parse(field).orElseThrow();
    assertThat(cookie.name()).isEqualTo(name);
    assertThat(cookie.value()).isEqualTo(value);
    assertThat(cookie.secure()).isEqualTo(secure);
    assertThat(cookie.httpOnly()).isEqualTo(httpOnly);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ";", "=", " = ; Secure", "foo=b\u0000r", "foo=b\nr", "f\u007Foo=bar"})
  void ignoresWhatBrowsersIgnore(String field) {
    assertThat(SetCookie.parse(field)).isEmpty();
  }

  @Test
  void nameAndValueHave4096BytesTogether() {
    assertThat(SetCookie.parse("a=" + "b".repeat(4095))).isPresent();
    assertThat(SetCookie.parse("a=" + "b".repeat(4096))).isEmpty();
  }

  @Test
  void anAttributeHas1024Bytes() {
    assertThat(keeps("a=1; Domain=x.test; Domain=" + "d".repeat(1025))).isFalse();
    assertThat(SetCookie.parse("a=1; Path=" + "p".repeat(1024)).orElseThrow().attributes())
        .hasSize(1);
    assertThat(SetCookie.parse("a=1; Path=" + "p".repeat(1025)).orElseThrow().attributes())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=1",
        "a=1; Domain=",
        "a=1; Domain=www.trust.nhs.uk",
        "a=1; Domain=.TRUST.nhs.uk",
        "a=1; Domain=x.test; Domain=trust.nhs.uk",
        "a=1; Max-Age=1",
        "a=1; Max-Age=soon",
        "a=1; Max-Age=60; Expires=Thu, 01 Jan 1970 00:00:00 GMT",
        "a=1; Expires=Tue, 24 Nov 2026 09:00:01 GMT",
        "a=1; Expires=never",
        "__Host-a=1; Secure; Path=/",
        "__Host-a=1; Secure; Path=/; Domain=",
        "__Secure-a=1; Secure; Domain=trust.nhs.uk"
      })
  void isKept(String field) {
    assertThat(keeps(field)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=1; Domain=x.test",
        "a=1; Domain=rust.nhs.uk",
        "a=1; Domain=a.www.trust.nhs.uk",
        "a=1; Domain=trust.nhs.uk; Domain=x.test",
        "a=1; Max-Age=0",
        "a=1; Max-Age=000",
        "a=1; Max-Age=-60; Expires=Fri, 01 Jan 2100 00:00:00 GMT",
        "a=1; Expires=Tue, 24 Nov 2026 09:00:00 GMT",
        "a=1; Expires=Thu, 01-Jan-70 00:00:01 GMT",
        "__Host-a=1; Path=/",
        "__Host-a=1; Secure",
        "__HOST-a=1; Secure; Path=/; Domain=trust.nhs.uk",
        "__Secure-a=1",
        "=__Secure-a=1; Secure"
      })
  void isNotKept(String field) {
    assertThat(keeps(field)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a=1; Domain=rust.nhs.uk                     | OTHER_DOMAIN
          a=1; Domain=nhs.uk                          | PUBLIC_SUFFIX
          a=1; Domain=uk                              | PUBLIC_SUFFIX
          a=1; SameSite=none                          | SAME_SITE_NONE_WITHOUT_SECURE
          a=1; SameSite=none; SameSite=yes            | SAME_SITE_NONE_WITHOUT_SECURE
          a=1; partitioned                            | PARTITIONED_WITHOUT_SECURE
          __secure-a=1                                | PREFIX_BROKEN
          __Http-a=1; Secure                          | PREFIX_BROKEN
          __Http-a=1; HttpOnly                        | PREFIX_BROKEN
          __Host-Http-a=1; Secure; Path=/             | PREFIX_BROKEN
          __Host-Http-a=1; Secure; HttpOnly           | PREFIX_BROKEN
          __Host-a=1; Secure; Path=/; Path=/b         | PREFIX_BROKEN
          __Host-a; Secure; Path=/                    | NAMELESS_PREFIX
          =__Http-a                                   | NAMELESS_PREFIX
          """)
  void isRefused(String field, SetCookie.Rejection why) {
    assertThat(SetCookie.parse(field).orElseThrow().rejection(HOST, true, SUFFIXES)).contains(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a=1; SameSite=None; Secure",
        "a=1; Partitioned; Secure",
        "__Http-a=1; Secure; HttpOnly; Domain=trust.nhs.uk",
        "__Host-Http-a=1; Secure; HttpOnly; Path=/",
        "__Hosta=1",
        "a=__Host-b"
      })
  void isNotRefused(String field) {
    assertThat(SetCookie.parse(field).orElseThrow().rejection(HOST, true, SUFFIXES)).isEmpty();
  }

  @Test
  void aHostThatIsAPublicSuffixKeepsItsOwn() {
    var cookie = SetCookie.parse("a=1; Domain=nhs.uk").orElseThrow();
    assertThat(cookie.rejection("nhs.uk", true, SUFFIXES)).isEmpty();
  }

  @Test
  void isNotSetSecureOverHttp() {
    var secure = SetCookie.parse("a=1; Secure").orElseThrow();
    assertThat(secure.rejection(HOST, false, SUFFIXES))
        .contains(SetCookie.Rejection.SECURE_OVER_HTTP);
    assertThat(SetCookie.parse("a=1").orElseThrow().rejection(HOST, false, SUFFIXES)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ``        | EMPTY
          =; Secure | EMPTY
          `a=`  | CONTROL_CHARACTER
          """)
  void saysWhyAFieldIsIgnored(String field, SetCookie.Rejection why) {
    assertThat(SetCookie.whyIgnored(field)).contains(why);
  }

  @Test
  void saysWhyALongFieldIsIgnored() {
    assertThat(SetCookie.whyIgnored("a=" + "b".repeat(4096)))
        .contains(SetCookie.Rejection.TOO_LONG);
    assertThat(SetCookie.whyIgnored("a=" + "b".repeat(4095))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a=1; Max-Age=60                                        | PT1M
          a=1; Max-Age=60; Max-Age=soon                          | PT1M
          a=1; Max-Age=-1                                        | PT0S
          a=1; Expires=Tue, 24 Nov 2026 09:01:00 GMT             | PT1M
          a=1; Expires=Tue, 24 Nov 2026 09:01:00 GMT; Expires=x  | PT1M
          a=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT             | PT0S
          """)
  void livesSoLong(String field, Duration life) {
    assertThat(SetCookie.parse(field).orElseThrow().life(NOW)).contains(life);
  }

  @Test
  void livesUntilTheBrowserIsClosed() {
    assertThat(SetCookie.parse("a=1; Expires=x; Max-Age=").orElseThrow().life(NOW)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Tue, 24 Nov 2026 09:00:00 GMT   | 2026-11-24T09:00:00Z
          Tuesday, 24-Nov-26 09:00:00 GMT | 2026-11-24T09:00:00Z
          Tue Nov 24 09:00:00 2026        | 2026-11-24T09:00:00Z
          24 november 2026 9:0:0          | 2026-11-24T09:00:00Z
          1 Jan 70 00:00:00               | 1970-01-01T00:00:00Z
          1 Jan 69 00:00:00               | 2069-01-01T00:00:00Z
          1 Jan 1601 00:00:00             | 1601-01-01T00:00:00Z
          29 Feb 2028 23:59:59            | 2028-02-29T23:59:59Z
          """)
  void readsDatesHoweverTheyAreWritten(String text, Instant date) {
    assertThat(CookieDate.parse(text)).contains(date);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "0",
        "never",
        "24 Nov 2026",
        "Nov 2026 09:00:00",
        "24 2026 09:00:00",
        "24 Nov 09:00:00",
        "31 Nov 2026 09:00:00",
        "29 Feb 2026 09:00:00",
        "24 Nov 2026 24:00:00",
        "24 Nov 2026 09:60:00",
        "1 Jan 1600 00:00:00",
        "2026-11-24T09:00:00Z"
      })
  void aDateThatIsNoneIsNone(String text) {
    assertThat(CookieDate.parse(text)).isEmpty();
  }

  @Property
  void findsAFlagAmongAnyAttributes(
      @ForAll @StringLength(max = 50) String before, @ForAll @AlphaChars String after) {
    var cookie = SetCookie.parse("a=1;" + before + ";seCure;" + after);
    assertThat(cookie.stream()).allMatch(SetCookie::secure);
    boolean control = before.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7F);
    assertThat(cookie.isPresent()).isEqualTo(!control);
  }

  @FuzzTest
  void survivesAnyBytes(byte[] bytes) {
    SetCookie.parse(new String(bytes, ISO_8859_1))
        .ifPresent(
            cookie -> {
              assertThat(cookie.name().length() + cookie.value().length()).isBetween(1, 4096);
              assertThat(cookie.isKeptBy(HOST, NOW, SUFFIXES))
                  .isEqualTo(
                      cookie.rejection(HOST, true, SUFFIXES).isEmpty() && !cookie.isTakenAway(NOW));
              assertThat(cookie.life(NOW).stream()).allMatch(life -> !life.isNegative());
            });
  }

  private static boolean keeps(String field) {
    return SetCookie.parse(field).orElseThrow().isKeptBy(HOST, NOW, SUFFIXES);
  }
}
