package uk.nhs.estate.observation.posture;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.nobodyListens;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.estate.observation.CrossOrigin;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.sample.SoundSite;

class WebWordsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a=secret; Path=/ | a=(not shown); Path=/",
        "a=secret | a=(not shown)",
        "secret | (not shown)",
        "secret; Path=/; x=1 | (not shown); Path=/; x=1",
        "=secret; Secure | =(not shown); Secure",
        "a=; Secure | a=(not shown); Secure"
      })
  void neverShowsTheValueOfACookie(String sent, String shown) {
    assertThat(WebWords.shown(new Hop.Field("set-COOKIE", sent)))
        .isEqualTo(new Hop.Field("set-COOKIE", shown));
  }

  @Test
  void showsEveryOtherFieldAsItWasSent() {
    var field = new Hop.Field("X-Cookie", "a=b; c");
    assertThat(WebWords.shown(field)).isEqualTo(field);
  }

  @Test
  void saysWhatTheHeaderOfThePageSaysAndWhatItDoesNot() {
    assertThat(words(SoundSite.header("X-Powered-By", "PHP/5.2")))
        .contains(
            "Strict-Transport-Security max-age=31536000; includeSubDomains",
            "X-Powered-By PHP/5.2");
    assertThat(words(SoundSite.header("X-Frame-Options"))).contains("Not sent X-Frame-Options");
  }

  @Test
  void tellsAPageThatIsHiddenFromOneThatIsNotThere() {
    assertThat(words(SoundSite.status(403))).contains("Could not see it it turns automated");
    assertThat(words(SoundSite.secure(nobodyListens(SECURE))))
        .contains("No page of its own nobody answers on the port for HTTPS")
        .contains("How it ended Nobody answers on this port");
    assertThat(words(SoundSite.secure(obstructed(SECURE))))
        .contains("How it ended Could not see the rest: no answer in time (5 s)");
  }

  @Test
  void namesCookiesWithWhereTheyAreSetAndThoseThatBrowsersIgnore() {
    var cookies = SoundSite.header("Set-Cookie", "a=1; Secure; Path=/", "=; Path=/", "only");
    assertThat(words(cookies))
        .contains(
            "a secure; path=/ (set by " + SECURE + ")",
            "Unreadable browsers ignore it",
            "Without a name no attributes");
  }

  @Test
  void saysWhomItLetsReadIt() {
    var origin = "https://stranger.invalid";
    var let =
        new CrossOrigin(
            CrossOrigin.Kind.OPAQUE,
            "null",
            "GET",
            answered(
                hop(
                    SECURE,
                    200,
                    "Access-Control-Allow-Origin: null",
                    "Access-Control-Allow-Credentials: true")));
    assertThat(words(SoundSite.crossOrigin(let)))
        .contains(
            "No origin GET from null Access-Control-Allow-Origin: null;"
                + " Access-Control-Allow-Credentials: true");
    var not = new CrossOrigin(CrossOrigin.Kind.STRANGER, origin, "GET", answered(hop(SECURE, 200)));
    assertThat(words(SoundSite.crossOrigin(not)))
        .contains("A stranger GET from " + origin + " Not let in");
  }

  @Test
  void saysInShortWhatThePageHolds() {
    var page =
        SoundSite.markup(
            text ->
                text.replace(
                    "</body>",
                    "<script src='//cdn.other.test/a.js'></script><script>1</script>"
                        + "<img src=https://img.other.test/x.png onclick=f()>"
                        + "<form method=post action=/in><input type=password></form></body>"));
    assertThat(words(page))
        .contains(
            "Title Practice trust",
            "Language en",
            "Scripts 2 loaded, 1 in the page, 1 run at events",
            "Other hosts it loads from cdn.other.test img.other.test",
            "post to https://" + HOST + "/in, asks for a password");
  }

  @Test
  void saysOfSecurityTxtWhomToWriteTo() {
    assertThat(words(SoundSite.http())).contains("security.txt Answered with status 200 contact: ");
    assertThat(words(SoundSite.securityTxt(answered(hop(SoundSite.SECURITY_TXT, 404)))))
        .contains("security.txt Answered with status 404");
  }

  private static String words(HttpFacts http) {
    return WebWords.of(http).stream().flatMap(WebWordsTest::words).collect(Collectors.joining(" "));
  }

  private static Stream<String> words(Block block) {
    return switch (block) {
      case Block.Pairs(var title, var pairs) ->
          Stream.concat(
              Stream.of(title),
              pairs.stream().map(pair -> pair.name() + " " + String.join(" ", pair.values())));
      case Block.Table(_, _, var rows) -> rows.stream().flatMap(List::stream);
    };
  }
}
