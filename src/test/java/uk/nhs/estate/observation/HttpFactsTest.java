package uk.nhs.estate.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.crossOrigin;
import static uk.nhs.estate.sample.SoundSite.http;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.status;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.endless;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.nobodyListens;
import static uk.nhs.estate.sample.Visits.obstructed;
import static uk.nhs.estate.sample.Visits.with;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.observation.HttpFacts.Page;

class HttpFactsTest {

  @ParameterizedTest
  @ValueSource(ints = {200, 204, 304, 400, 401, 404, 410, 451})
  void aPageIsShownWhateverItSays(int code) {
    assertThat(status(code).page()).isInstanceOf(Page.Shown.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 429, 500, 502, 503, 599})
  void anAnswerThatMayComeFromAGuardHidesThePage(int code) {
    assertThat(status(code).page())
        .isEqualTo(new Page.Hidden(new Obstacle(Obstacle.Kind.BLOCKED, "HTTP status " + code)));
  }

  @Test
  void howManyPagesACrawlLeftIsNoChange() {
    var page = answered(PAGE);
    var some = http().with(new Crawl(List.of(page), 7, null));
    assertThat(some.steady()).isEqualTo(http().with(new Crawl(List.of(page), 9, null)).steady());
    assertThat(some.steady()).isNotEqualTo(http().with(new Crawl(List.of(), 7, null)).steady());
  }

  @Test
  void thePageIsWhereTheWayEnds() {
    var first = hop(SECURE, 302, "Location: /start");
    assertThat(secure(answered(first, PAGE)).page())
        .isEqualTo(new Page.Shown(PAGE, List.of(first, PAGE)));
  }

  @Test
  void anotherHostsPageIsNotThisSites() {
    assertThat(secure(answered(hop(SECURE, 302), hop("https://trust.nhs.uk/", 200))).page())
        .isEqualTo(new Page.NotServed("it only redirects, to trust.nhs.uk"));
    assertThat(secure(answered(hop(SECURE, 302), hop(PLAIN, 200))).page())
        .isInstanceOf(Page.NotServed.class);
    assertThat(secure(endless(hop(SECURE, 302))).page()).isInstanceOf(Page.NotServed.class);
    assertThat(secure(nobodyListens(SECURE)).page()).isInstanceOf(Page.NotServed.class);
    assertThat(secure(obstructed(SECURE, hop(SECURE, 302))).page()).isInstanceOf(Page.Hidden.class);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.trust.nhs.uk/, www.trust.nhs.uk",
    "https://WWW.Trust.nhs.uk:8443/a@b, www.trust.nhs.uk",
    "https://www.trust.nhs.uk, www.trust.nhs.uk",
    "https://www.trust.nhs.uk?q=@x.test, www.trust.nhs.uk",
    "https://user:pw@x.test/, x.test",
    "https://[2001:DB8::1]:443/, [2001:db8::1]",
    "nonsense, ''"
  })
  void aHopKnowsItsHost(String url, String host) {
    assertThat(hop(url, 200).host()).isEqualTo(host);
  }

  @Test
  void fieldsAreFoundInAnyCaseAndInOrder() {
    var hop = hop(SECURE, 200, "Set-Cookie: a=1", "X: y", "SET-COOKIE: b=2");
    assertThat(hop.values("set-cookie")).containsExactly("a=1", "b=2");
    assertThat(hop.values("cookie")).isEmpty();
  }

  @Test
  void onlyTheFirstHstsFieldCounts() {
    var name = "Strict-Transport-Security";
    assertThat(with(PAGE, name, "max-age=1", "max-age=2").hsts()).isPresent();
    assertThat(with(PAGE, name, "nonsense", "max-age=2").hsts()).isEmpty();
    assertThat(with(PAGE, name).hsts()).isEmpty();
  }

  @Test
  void whatDiffersAtEveryLookIsNoChange() {
    var monday = seen("1; Expires=Mon, 23 Nov 2026 09:00:00 GMT", "abc", "Mon, 23 Nov 2026");
    var tuesday = seen("2; Expires=Tue, 24 Nov 2026 09:00:00 GMT", "def", "Tue, 24 Nov 2026");
    assertThat(monday).isNotEqualTo(tuesday);
    assertThat(monday.steady()).isEqualTo(tuesday.steady());
    assertThat(monday.steady())
        .isNotEqualTo(seen("1; Secure", "abc", "Mon, 23 Nov 2026").steady())
        .isNotEqualTo(status(404).steady());
  }

  @Test
  void ofAPageThatIsKeptOnlyWhatWasSoughtIsAChange() {
    var monday = page("<p>Monday: nobody has this name");
    assertThat(monday).isNotEqualTo(page("<p>Tuesday: nobody has this name"));
    assertThat(monday.steady())
        .isEqualTo(page("<p>Tuesday: nobody has this name").steady())
        .isNotEqualTo(page("<p>Tuesday: welcome").steady());
    assertThat(page("<p>Monday").steady()).isNotEqualTo(secure(answered(PAGE)).steady());
  }

  @Test
  void whatIsJudgedOfANonceIsAChange() {
    var steady = nonces("AAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAB").steady();
    assertThat(nonces("BBBBBBBBBBBBBBBBBBBBBB", "BBBBBBBBBBBBBBBBBBBBBC").steady())
        .isEqualTo(steady);
    assertThat(nonces("short", "other").steady()).isNotEqualTo(steady);
    assertThat(nonces("no.nonce", "AAAAAAAAAAAAAAAAAAAAAA").steady()).isNotEqualTo(steady);
    var repeated = nonces("AAAAAAAAAAAAAAAAAAAAAA", "AAAAAAAAAAAAAAAAAAAAAA");
    assertThat(repeated.repeatedNonces()).containsExactly("AAAAAAAAAAAAAAAAAAAAAA");
    assertThat(repeated.steady())
        .isNotEqualTo(steady)
        .isEqualTo(nonces("BBBBBBBBBBBBBBBBBBBBBB", "BBBBBBBBBBBBBBBBBBBBBB").steady());
  }

  @Test
  void withoutASecondLookNoNonceWasMetAgain() {
    assertThat(crossOrigin().repeatedNonces()).isEmpty();
    assertThat(secure(nobodyListens(SECURE)).repeatedNonces()).isEmpty();
  }

  private static HttpFacts nonces(String first, String second) {
    var markup = "<meta http-equiv=content-security-policy content=\"img-src 'nonce-%s'\">";
    var sound = secure(answered(markup.formatted(first), policy(first)));
    return new HttpFacts(
        sound.seenAt(),
        sound.host(),
        sound.plain(),
        sound.secure(),
        sound.securityTxt(),
        List.of(),
        List.of(
            new CrossOrigin(
                CrossOrigin.Kind.STRANGER,
                "https://a.invalid",
                "GET",
                answered(markup.formatted(second), policy(second)))),
        null,
        null,
        null);
  }

  private static Hop policy(String nonce) {
    return with(PAGE, "Content-Security-Policy", "script-src 'nonce-" + nonce + "' 'self'");
  }

  @Test
  void aPolicyInTheMarkupIsAChangeWhereverItStands() {
    var head = page("<head><meta http-equiv=Content-Security-Policy content=\"img-src *\">");
    assertThat(head.steady())
        .isNotEqualTo(page("<head>").steady())
        .isNotEqualTo(
            page("<p><meta http-equiv=Content-Security-Policy content=\"img-src *\">").steady())
        .isNotEqualTo(
            page("<head><meta http-equiv=Content-Security-Policy content=\"img-src x\">").steady());
  }

  @Test
  void readsThePoliciesOfHeaderAndMarkup() {
    var policy = "<meta http-equiv=\"CONTENT-Security-Policy\" content=\"%s\">";
    var visit =
        answered(
            policy.formatted("img-src x")
                + policy.replace("-Policy", "-Policy-Report-Only").formatted("font-src x")
                + "<p>"
                + policy.formatted("media-src x"),
            with(PAGE, "Content-Security-Policy", "script-src x, style-src x", "frame-src x"));
    assertThat(HttpFacts.csp(visit).enforced())
        .extracting(one -> one.directives().keySet().iterator().next())
        .containsExactly("script-src", "style-src", "frame-src", "img-src");
  }

  private static HttpFacts page(String text) {
    var http = secure(answered(text, PAGE));
    return new HttpFacts(
        http.seenAt(),
        http.host(),
        http.plain(),
        http.secure(),
        http.securityTxt(),
        List.of("nobody has this name"),
        List.of(),
        null,
        null,
        null);
  }

  private static HttpFacts seen(String cookie, String nonce, String date) {
    return http(
        page ->
            with(
                with(
                    with(page, "Set-Cookie", "sid=" + cookie),
                    "Content-Security-Policy",
                    "script-src 'nonce-" + nonce + "'"),
                "Date",
                date));
  }

  @Test
  void aVisitThatWasAnsweredHasAHop() {
    assertThatThrownBy(() -> new Visit(SECURE, List.of(), new Visit.Answered(), null))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Visit(SECURE, List.of(), new Visit.Endless(), null))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
