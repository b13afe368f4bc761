package uk.nhs.estate.probe.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.Obstacle.Kind;

class OnwardTest {
  private static final HttpUrl HERE = HttpUrl.get("https://www.ferry.test/a/b?c");

  /// Among them the examples of RFC 3986 §5.4 that matter to redirects.
  @ParameterizedTest
  @CsvSource({
    "https://other.test/, https://other.test/",
    "http://other.test, http://other.test/",
    "//other.test/x, https://other.test/x",
    "/, https://www.ferry.test/",
    "d, https://www.ferry.test/a/d",
    "../d, https://www.ferry.test/d",
    "../../../d, https://www.ferry.test/d",
    "?e, https://www.ferry.test/a/b?e",
    "'', https://www.ferry.test/a/b?c",
    "'  /d  ', https://www.ferry.test/d",
    "HTTPS://Other.TEST/D, https://other.test/D",
    "https://user:word@other.test/, https://other.test/",
    "/d#here, https://www.ferry.test/d",
    "https:\\\\other.test\\d, https://other.test/d",
    "https://other.test:443/, https://other.test/",
    "https://other.test:8443/, https://other.test:8443/",
    "/caf\u00c3\u00a9, https://www.ferry.test/caf%C3%A9",
    "/caf\u00e9, https://www.ferry.test/caf%C3%A9",
    "https://caf\u00c3\u00a9.test/, https://xn--caf-dma.test/",
    "https://127.0.0.1/, https://127.0.0.1/",
    "https://2130706433/, https://127.0.0.1/",
    "https://0177.1/x, https://127.0.0.1/x",
    "https://0x7F.1./, https://127.0.0.1/",
    "https://%31%32%37.1/, https://127.0.0.1/",
    "https://[::1]/, https://[::1]/",
  })
  void goesWhereABrowserGoes(String location, String to) {
    assertThat(onward(302, location)).isEqualTo(new Onward.Go(HttpUrl.get(to)));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void followsEveryKindOfRedirect(int status) {
    assertThat(onward(status, "/d")).isInstanceOf(Onward.Go.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 300, 304, 305, 306, 400, 503})
  void staysWithWhatIsNoRedirect(int status) {
    assertThat(onward(status, "/d")).isEqualTo(new Onward.Stay());
  }

  @Test
  void staysWhenNoPlaceIsNamed() {
    assertThat(onward(302)).isEqualTo(new Onward.Stay());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://ferry.test/",
        "mailto:a@b.test",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "gopher://x",
        "data:,x",
        "about:blank",
        "ws://ferry.test/"
      })
  void doesNotGoWhereThereIsNoWeb(String location) {
    assertThat(onward(302, location))
        .isInstanceOfSatisfying(
            Onward.Stuck.class,
            stuck -> {
              assertThat(stuck.obstacle().kind()).isEqualTo(Kind.FORBIDDEN_ADDRESS);
              assertThat(stuck.obstacle().detail()).endsWith(location);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://", "https://[::1/", "https://a b.test/", "https://x:99999/", "//"})
  void isStuckAtWhatIsNoAddress(String location) {
    assertThat(onward(302, location))
        .isInstanceOfSatisfying(
            Onward.Stuck.class,
            stuck -> assertThat(stuck.obstacle().kind()).isEqualTo(Kind.PROTOCOL_ERROR));
  }

  @Test
  void isStuckBetweenSeveralPlaces() {
    assertThat(onward(302, "/a", "/b")).isInstanceOf(Onward.Stuck.class);
    assertThat(onward(302, "/a", "/a")).isInstanceOf(Onward.Go.class);
  }

  @FuzzTest
  void survivesAnything(FuzzedDataProvider data) {
    var location = new String(data.consumeRemainingAsBytes(), StandardCharsets.ISO_8859_1);
    if (onward(302, location) instanceof Onward.Go(var url)) {
      assertThat(url.scheme()).matches("https?");
      assertThat(url.host()).isNotEmpty();
    }
  }

  private static Onward onward(int status, String... locations) {
    var fields = new ArrayList<Hop.Field>();
    for (var location : locations) {
      fields.add(new Hop.Field("location", location));
    }
    return Onward.from(
        HERE,
        new Hop(HERE.toString(), new Endpoint("192.0.2.1", 443), status, List.copyOf(fields), 1));
  }
}
