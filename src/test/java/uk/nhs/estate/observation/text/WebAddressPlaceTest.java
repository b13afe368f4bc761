package uk.nhs.estate.observation.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressPlaceTest {

  private static final WebAddress BASE =
      WebAddress.parse("https://www.trust.nhs.uk:8443/").orElseThrow();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://x.test/                    | https | false | x.test          | 443
          HTTP://X.Test                      | http  | false | x.test          | 80
          https:\\\\x.test\\y                | https | false | x.test          | 443
          \\/x.test?a@b                      | https | false | x.test          | 443
          ////x.test                         | https | false | x.test          | 443
          http:x.test/y                      | http  | false | x.test          | 80
          http:/x.test                       | http  | false | x.test          | 80
          https://me:secret@x.test:8080/a@b  | https | true  | x.test          | 8080
          https://a@b@x.test                 | https | true  | x.test          | 443
          https://[2001:DB8::1]:444/         | https | false | [2001:db8::1]   | 444
          https://x.test:/                   | https | false | x.test          | 443
          ht%tps:/x                          | https | false | www.trust.nhs.uk | 8443
          https:x.test                       | https | false | www.trust.nhs.uk | 8443
          https:/x.test                      | https | false | www.trust.nhs.uk | 8443
          /start                             | https | false | www.trust.nhs.uk | 8443
          start?next=http://x.test           | https | false | www.trust.nhs.uk | 8443
          ?a:b                               | https | false | www.trust.nhs.uk | 8443
          https://%77ww.test/                | https | false | www.test        | 443
          https://b%C3%BCcher.test/          | https | false | xn--bcher-kva.test | 443
          """)
  void isReadAsBrowsersDo(String text, String scheme, boolean credentials, String host, int port) {
    var found = BASE.resolve(text).orElseThrow();
    assertThat(found.scheme()).isEqualTo(scheme);
    assertThat(found.credentials()).isEqualTo(credentials);
    assertThat(found.host()).isEqualTo(host);
    assertThat(found.port()).isEqualTo(port);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mailto:a@b.test",
        "javascript:alert(1)",
        "ftp://x.test/",
        "https://",
        "https://x.test:99999/",
        "https://x.test:8o/",
        "https://a b/",
        "https://[::1",
        "https://[x]/",
        "https://a%00b/",
        "https://a<b/"
      })
  void whatIsNoneOfTheWebIsNone(String text) {
    assertThat(BASE.resolve(text).filter(WebAddress::isHttp)).isEmpty();
    assertThat(WebAddress.parse(text).filter(WebAddress::isHttp)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/start", "x.test", "//x.test/"})
  void aRelativeAddressIsNoneAlone(String text) {
    assertThat(WebAddress.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://192.0.2.1, true",
    "https://192.0.2.1., true",
    "https://0xC0000201, true",
    "https://3221225985, true",
    "https://[::1], true",
    "https://1.2.3.test, false",
    "https://0x.test, false"
  })
  void knowsAnIpAddress(String text, boolean address) {
    assertThat(WebAddress.parse(text).orElseThrow().isIpAddress()).isEqualTo(address);
  }

  @Property
  void tabsAndLineEndsAnywhereChangeNothing(@ForAll @StringLength(max = 40) String text) {
    var sprinkled = String.join("\t\n", text.split("", -1));
    assertThat(BASE.resolve(" \u0001" + sprinkled + "\r ")).isEqualTo(BASE.resolve(text));
  }

  @Property
  void whatIsShownIsReadAlike(@ForAll @StringLength(max = 60) String text) {
    BASE.resolve("//" + text)
        .ifPresent(
            found ->
                assertThat(WebAddress.parse(found.toString()).map(WebAddress::origin))
                    .contains(found.origin()));
  }

  @FuzzTest
  void survivesAnyOctets(byte[] octets) {
    BASE.resolve(new String(octets, ISO_8859_1))
        .filter(WebAddress::isHttp)
        .ifPresent(
            found -> {
              assertThat(found.host())
                  .isNotEmpty()
                  .isEqualTo(found.host().toLowerCase(Locale.ROOT));
              assertThat(found.port()).isBetween(0, 65_535);
            });
  }
}
