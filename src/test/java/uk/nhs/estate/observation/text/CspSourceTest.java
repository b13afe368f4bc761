package uk.nhs.estate.observation.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.text.CspSource.Hash;
import uk.nhs.estate.observation.text.CspSource.Host;
import uk.nhs.estate.observation.text.CspSource.Keyword;
import uk.nhs.estate.observation.text.CspSource.Nonce;
import uk.nhs.estate.observation.text.CspSource.Scheme;
import uk.nhs.estate.observation.text.CspSource.Unknown;

class CspSourceTest {
  private static final CspUrl SELF = CspUrl.of("https://www.trust.nhs.uk/");

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "*, , *, , ``",
        "X.test, , x.test, , ``",
        "*.x.test, , *.x.test, , ``",
        "localhost:8080, , localhost, 8080, ``",
        "x.test:*, , x.test, *, ``",
        "x.test., , x.test., , ``",
        "x.test/a/%20b(1)!, , x.test, , /a/%20b(1)!",
        "HTTPS://*:443/, https, *, 443, /",
        "web+app.2://x, web+app.2, x, , ``",
        "1.2.3.4, , 1.2.3.4, , ``"
      })
  void readsHosts(String word, String scheme, String host, String port, String path) {
    assertThat(CspSource.parse(word)).isEqualTo(new Host(scheme, host, port, path));
  }

  @ParameterizedTest
  @CsvSource({"https:, https", "DATA:, data", "a+b.c-1:, a+b.c-1"})
  void readsSchemes(String word, String name) {
    assertThat(CspSource.parse(word)).isEqualTo(new Scheme(name));
  }

  @Test
  void readsKeywordsInAnyCase() {
    for (var keyword : Keyword.values()) {
      assertThat(CspSource.parse(keyword.text().toUpperCase(Locale.ROOT))).isEqualTo(keyword);
    }
    assertThat(Keyword.WASM_UNSAFE_EVAL.text()).isEqualTo("'wasm-unsafe-eval'");
  }

  @Test
  void readsNoncesAndDigests() {
    assertThat(CspSource.parse("'nonce-aZ09+/-_=='")).isEqualTo(new Nonce("aZ09+/-_=="));
    assertThat(CspSource.parse("'NONCE-a='")).isEqualTo(new Nonce("a="));
    assertThat(CspSource.parse("'SHA384-ab'")).isEqualTo(new Hash("sha384", "ab"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'nonce-'",
        "'nonce-='",
        "'nonce-a==='",
        "'nonce-a=b'",
        "'nonce-a",
        "'nonce-$$'",
        "'nonce-a''",
        "'sha1-abc'",
        "'sha256-'",
        "'sha256 -abc'",
        "'bogus'",
        "'self",
        "'",
        "''",
        ":",
        "://x",
        "1a:",
        "https:/x.test",
        "//x.test",
        "https://",
        "x_test:",
        "x.test:8a",
        "x_y.test",
        "*.",
        "**",
        "*x.test",
        "w.*.test",
        "x..test",
        ".x.test",
        "x.test..",
        "x.test//a",
        "x.test/a?b",
        "x.test/#a",
        "x.test/%2",
        "x.test/é",
        "[::1]",
        "https://[::1]/",
        "a@x.test",
        "\"self\""
      })
  void aWordThatBreaksTheGrammarIsUnknown(String word) {
    assertThat(CspSource.parse(word)).isEqualTo(new Unknown(word));
    assertThat(CspSource.parse(word).covers(CspUrl.of("https://x.test/"), SELF)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        // scheme-part (§6.7.2.9)
        "https:, https://x.test/, true",
        "https:, http://x.test/, false",
        "http:, https://x.test/, true",
        "http:, ws://x.test/, false",
        "ws:, wss://x.test/, true",
        "ws:, http://x.test/, true",
        "ws:, https://x.test/, true",
        "wss:, https://x.test/, true",
        "wss:, http://x.test/, false",
        "https:, wss://x.test/, false",
        "data:, `data:text/javascript,1`, true",
        "blob:, blob:https://x.test/1, true",
        "ftp:, https://x.test/, false",
        // a star alone, and a star with more
        "*, https://x.test/, true",
        "*, http://x.test/, true",
        "*, `data:,`, false",
        "*, blob:https://x.test/1, false",
        "*, https://192.0.2.1/, true",
        "*:*, https://192.0.2.1/, false",
        "*:*, https://x.test:8443/, true",
        "*:*, http://x.test/, false",
        "http://*, https://x.test/, true",
        "https://*, http://x.test/, false",
        // host-part (§6.7.2.10)
        "x.test, https://x.test/, true",
        "x.test, http://x.test/, false",
        "X.TEST, https://x.test/, true",
        "x.test, https://a.x.test/, false",
        "*.x.test, https://a.b.x.test/, true",
        "*.x.test, https://x.test/, false",
        "*.x.test, https://ax.test/, false",
        "x.test., https://x.test/, false",
        "192.0.2.1, https://192.0.2.1/, false",
        "https://x.test, https://192.0.2.1/, false",
        "x.test, `data:,`, false",
        // port-part (§6.7.2.11)
        "x.test, https://x.test:443/, true",
        "x.test, https://x.test:8443/, false",
        "x.test:443, https://x.test/, true",
        "x.test:0443, https://x.test/, true",
        "x.test:8443, https://x.test:8443/, true",
        "x.test:99999999999999, https://x.test/, false",
        "x.test:*, https://x.test:8443/, true",
        "http://x.test:80, https://x.test/, true",
        "http://x.test:80, https://x.test:8080/, false",
        "http://x.test:443, http://x.test/, false",
        // path-part (§6.7.2.12)
        "x.test/, https://x.test/a, true",
        "x.test/a, https://x.test/a, true",
        "x.test/a, https://x.test/a?b=c, true",
        "x.test/a, https://x.test/a/, false",
        "x.test/a, https://x.test/ab, false",
        "x.test/a, https://x.test/A, false",
        "x.test/a/, https://x.test/a/b/c, true",
        "x.test/a/, https://x.test/a, false",
        "x.test/a/b, https://x.test/a, false",
        "x.test/a%62, https://x.test/ab, true",
        "x.test/ab, https://x.test/%61b, true",
        "x.test/a%2Fb, https://x.test/a/b, false",
        "x.test/a%2Fb, https://x.test/a%2fb, true",
        // 'self' (§6.7.2.8)
        "'self', https://www.trust.nhs.uk/a.js, true",
        "'SELF', https://www.trust.nhs.uk/, true",
        "'self', wss://www.trust.nhs.uk/, true",
        "'self', http://www.trust.nhs.uk/, false",
        "'self', https://www.trust.nhs.uk:8443/, false",
        "'self', https://trust.nhs.uk/, false",
        "'self', `data:,`, false",
        // nothing
        "'none', https://x.test/, false",
        "'nonce-abc', https://x.test/, false",
        "'sha256-abc', https://x.test/, false"
      })
  void matchesAsBrowsersDo(String word, String url, boolean matches) {
    assertThat(CspSource.parse(word).covers(CspUrl.of(url), SELF)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "'self', https://a.test/, true",
        "'self', http://a.test/, true",
        "'self', ws://a.test/, true",
        "'self', https://a.test:8443/, false",
        "a.test, http://a.test/, true",
        "a.test, https://a.test/, true",
        "*, ftp://a.test/, false"
      })
  void ofAPageOverHttpWhatIsSecureIsMeantToo(String word, String url, boolean matches) {
    assertThat(CspSource.parse(word).covers(CspUrl.of(url), CspUrl.of("http://a.test/")))
        .isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "*, true, true",
        "*:*, true, false",
        "*:8443, true, false",
        "https:, true, false",
        "http:, true, true",
        "ws:, true, true",
        "wss:, true, false",
        "https://*, true, false",
        "https://*/js/, true, false",
        "http://*, true, true",
        "*.test, false, false",
        "data:, false, false",
        "'self', false, false",
        "x.test, false, false",
        "ftp://*, false, false"
      })
  void knowsWhatLetsEveryHostIn(String word, boolean https, boolean http) {
    assertThat(CspSource.parse(word).coversEveryHost("https", SELF)).isEqualTo(https);
    assertThat(CspSource.parse(word).coversEveryHost("http", SELF)).isEqualTo(http);
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "*.x.test", "http://*:8080/a/", "https://x.test/a", "x.test:*"})
  void givesAnExampleOfWhatItLetsIn(String word) {
    var host = (Host) CspSource.parse(word);
    assertThat(host.covers(host.example(SELF), SELF)).isTrue();
  }

  @Property
  void readsAnyWordAndHoldsAnyAddressAgainstIt(
      @ForAll @StringLength(max = 20) @CharRange(from = '!', to = '~') String word,
      @ForAll @StringLength(max = 30) String url) {
    var source = CspSource.parse(word);
    source.covers(CspUrl.of(url), SELF);
    assertThat(CspSource.parse(source.text())).isEqualTo(source);
  }
}
