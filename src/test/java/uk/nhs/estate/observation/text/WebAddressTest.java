package uk.nhs.estate.observation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
  private static final WebAddress BASE = WebAddress.parse("https://h.nhs.uk/a/b?q").orElseThrow();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x                              | https://h.nhs.uk/a/x
          /x                             | https://h.nhs.uk/x
          //x.test                       | https://x.test/
          \\\\x.test\\y                   | https://x.test/y
          /\\x.test                      | https://x.test/
          ?z                             | https://h.nhs.uk/a/b?z
          #f                             | https://h.nhs.uk/a/b?q
          ../../..                       | https://h.nhs.uk/
          ./c/%2e%2E/d/.                 | https://h.nhs.uk/a/d/
          https:x                        | https://h.nhs.uk/a/x
          https:/x/y                     | https://h.nhs.uk/x/y
          http:x                         | http://x/
          http:/\\/x.test                 | http://x.test/
          HTTPS://X.Test:443/            | https://x.test/
          http://x.test:443/             | http://x.test:443/
          http://x.test:/                | http://x.test/
          https://u:p@x.test/            | https://x.test/
          https://h.nhs.uk@x.test/       | https://x.test/
          https://a@b@x.test:8443/       | https://x.test:8443/
          https://x.test\\@y.test/        | https://x.test/@y.test/
          https://x.test/a b'c           | https://x.test/a%20b'c
          https://x.test/?a b'c          | https://x.test/?a%20b%27c
          https://x.test/é               | https://x.test/%C3%A9
          https://x.test/^               | https://x.test/%5E
          https://faß.test/              | https://xn--fa-hia.test/
          https://x。test/               | https://x.test/
          https://%78.test/              | https://x.test/
          http://0x7f.1/                 | http://127.0.0.1/
          http://0177.0.0.1/             | http://127.0.0.1/
          http://2130706433/             | http://127.0.0.1/
          http://127.1./                 | http://127.0.0.1/
          http://１２７.0.0.1/           | http://127.0.0.1/
          http://[::ffff:127.0.0.1]/     | http://[::ffff:7f00:1]/
          http://[0:0::1]:80/            | http://[::1]/
          wss://x.test/                  | wss://x.test/
          javascript:alert(1)            | javascript:alert(1)
          JavaScript:x                   | javascript:x
          data:text/html,<b>             | data:text/html,<b>
          mailto:a@x.test                | mailto:a@x.test
          """)
  void leadsWhereBrowsersGo(String written, String address) {
    assertThat(BASE.resolve(written)).map(WebAddress::toString).contains(address);
  }

  @Test
  void dropsTabsAndEndsOfLines() {
    assertThat(BASE.resolve(" \u0001java\tscri\npt:x\r\n "))
        .map(WebAddress::scheme)
        .contains("javascript");
    assertThat(BASE.resolve("ht\ttps://x.te\nst/")).map(WebAddress::host).contains("x.test");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://",
        "https:///",
        "https://@/",
        "https://:80/",
        "https://a b/",
        "https://a%00b/",
        "https://a<b/",
        "https://%zz/",
        "https://x.test:65536/",
        "https://x.test:8a/",
        "http://1.2.3.4.5/",
        "http://256.1.1.1/",
        "http://1.2.3.08/",
        "http://0x100000000/",
        "http://x.1/",
        "http://[::1/",
        "http://[::1]x/",
        "http://[1.2.3.4]/",
        "http://[::1%25eth0]/",
        "https://xn--a/",
        "https://\u00AD/"
      })
  void leadsNowhere(String written) {
    assertThat(WebAddress.parse(written)).isEmpty();
  }

  @Test
  void needsAPageToBeRelativeTo() {
    assertThat(WebAddress.parse("/x")).isEmpty();
    assertThat(WebAddress.parse("data:x").flatMap(base -> base.resolve("/x"))).isEmpty();
  }

  @Test
  void hasAnOrigin() {
    assertThat(BASE.resolve("http://X.test:80/y"))
        .map(WebAddress::origin)
        .contains("http://x.test");
    assertThat(BASE.resolve("https://x.test:81/"))
        .map(WebAddress::origin)
        .contains("https://x.test:81");
    assertThat(BASE.resolve("blob:https://x.test/1"))
        .map(WebAddress::origin)
        .contains("https://x.test");
    assertThat(BASE.resolve("blob:data:x")).map(WebAddress::origin).contains("null");
    assertThat(BASE.resolve("data:x")).map(WebAddress::origin).contains("null");
  }

  @Test
  void isSecureByItsScheme() {
    assertThat(BASE.isSecure()).isTrue();
    assertThat(BASE.resolve("wss://x.test/")).map(WebAddress::isSecure).contains(true);
    assertThat(BASE.resolve("http://x.test/")).map(WebAddress::isSecure).contains(false);
  }

  @Test
  void isNotReadWhenItIsTooLong() {
    var longest = "https://x.test/" + "a".repeat(WebAddress.LONGEST - 15);
    assertThat(WebAddress.parse(longest)).isPresent();
    assertThat(WebAddress.parse(longest + "a")).isEmpty();
  }

  @Property
  void staysTheSameWhenItIsReadAgain(
      @ForAll
          @StringLength(max = 40)
          @CharRange(from = ' ', to = '~')
          @Chars({'é', '/', '/', '.', '.', ':', '@', '\\', '?', '%', '\uD800', '\t'})
          String text) {
    var read = BASE.resolve(text);
    assertThat(shown(read.map(WebAddress::toString).flatMap(WebAddress::parse).or(() -> read)))
        .isEqualTo(shown(read));
    var absolute = WebAddress.parse("https://" + text);
    assertThat(shown(absolute.flatMap(to -> WebAddress.parse(to.toString()))))
        .isEqualTo(shown(absolute));
    assertThat(Optional.of(BASE)).isEqualTo(BASE.resolve(""));
  }

  /// A name or password is not shown, so that the next reader does not find one.
  private static Optional<String> shown(Optional<WebAddress> address) {
    return address.map(WebAddress::toString);
  }
}
