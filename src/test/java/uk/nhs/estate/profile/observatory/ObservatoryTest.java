package uk.nhs.estate.profile.observatory;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.endless;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.nobodyListens;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.estate.observation.CrossOrigin;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.register.PreloadedNames;
import uk.nhs.estate.sample.SoundSite;

class ObservatoryTest {

  private static final PreloadedNames NONE = new PreloadedNames(Set.of(), Set.of());
  private static final String ELSEWHERE = "https://cross-origin.invalid";
  private static final String DIGEST = "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

  @Test
  void aSoundSiteHasTheBestGrade() {
    var graded = graded(SoundSite.http());

    assertThat(graded.grade()).isEqualTo("A+");
    assertThat(graded.passed()).isEqualTo(12);
    assertThat(graded.deviations()).isEmpty();
    assertThat(graded.results())
        .extracting(result -> result.question().id())
        .startsWith("content-security-policy", "cookies", "cross-origin-embedder-policy")
        .hasSize(12);
  }

  @Test
  void addsWhatIsExtraToAHighScoreOnly() {
    var header =
        List.of(
            "Content-Security-Policy: default-src 'none'",
            "Strict-Transport-Security: max-age=31536000",
            "X-Frame-Options: DENY",
            "X-Content-Type-Options: nosniff");
    var high = graded(page("", header.toArray(String[]::new)));
    var low = graded(page("", header.subList(1, 4).toArray(String[]::new)));

    assertThat(high.score()).isEqualTo(100 + 10 + 5);
    assertThat(high.grade()).isEqualTo("A+");
    assertThat(low.score()).isEqualTo(100 - 25);
    assertThat(low.grade()).isEqualTo("B");
  }

  @Test
  void noScoreIsBelowNothing() {
    var open =
        SoundSite.withoutHttps(
            answered(
                "<script src=http://cdn.example/a.js></script>",
                hop(PLAIN, 200, "Content-Type: text/html", "Set-Cookie: session=1")));
    var graded = graded(open);

    assertThat(graded.score()).isZero();
    assertThat(graded.grade()).isEqualTo("F");
  }

  /// What a policy comes to, and why the Observatory says something else if it does.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "default-src 'none' | CSP_NONE |",
        "default-src 'self' | CSP_SOUND |",
        "default-src 'self'; style-src * | CSP_UNSAFE_STYLE |",
        "default-src 'self'; img-src http: | CSP_INSECURE_PASSIVE |",
        "default-src 'self'; report-uri /a; report-uri /b | CSP_REPEATED |",
        "default-src 'self' 'unsafe-eval' | CSP_EVAL |",
        "default-src 'self' 'unsafe-inline' | CSP_UNSAFE_INLINE |",
        "script-src 'self' | CSP_UNSAFE_INLINE |",
        "default-src 'self'; font-src http://cdn.example | CSP_INSECURE |",
        "default-src 'self'; default-src 'none' | CSP_INVALID |",
        "default-src 'self'; script-src 'strict-dynamic' | CSP_INVALID |",
        "default-src 'self'; script-src 'unsafe-inline' 'nonce-abc' | CSP_SOUND |",
        "default-src 'self'; script-src 'unsafe-inline' 'nonce-' | CSP_UNSAFE_INLINE |"
            + " CSP_NONCE_GRAMMAR",
        "default-src 'self'; script-src 'unsafe-inline' 'nonce-abc | CSP_UNSAFE_INLINE |"
            + " CSP_NONCE_GRAMMAR",
        "default-src 'self'; script-src 'nonce-abc' 'strict-dynamic' data: | CSP_SOUND |"
            + " CSP_STRICT_DYNAMIC",
        "default-src 'self'; script-src wss: | CSP_UNSAFE_INLINE | CSP_SOURCE_MATCHING",
        "default-src 'self'; script-src *:443 | CSP_UNSAFE_INLINE | CSP_SOURCE_MATCHING",
        "default-src 'self'; script-src *.trust.nhs.uk | CSP_SOUND |",
        "default-src 'self'; script-src-elem 'unsafe-inline' | CSP_UNSAFE_INLINE |"
            + " CSP_ELEMENTS_AND_ATTRIBUTES",
        "default-src 'self'; script-src-attr * | CSP_SOUND |",
        "default-src 'self'; style-src-attr 'unsafe-inline' | CSP_UNSAFE_STYLE |"
            + " CSP_ELEMENTS_AND_ATTRIBUTES",
        "default-src 'self', default-src * | CSP_SOUND | CSP_EACH_POLICY",
        "default-src 'self', img-src 'self' | CSP_SOUND |",
        "img-src http:, default-src 'self' | CSP_SOUND | CSP_EACH_POLICY",
        "upgrade-insecure-requests, default-src 'self' 'unsafe-inline' | CSP_UNSAFE_INLINE |"
            + " CSP_EACH_POLICY",
        "default-src 'self',, | CSP_SOUND | CSP_EMPTY_POLICY",
        "x | CSP_INVALID |",
      })
  void readsPolicies(String policy, Outcome outcome, @Nullable Deviation because) {
    var facts = SoundSite.header("Content-Security-Policy", policy);

    assertResult(facts, Question.CONTENT_SECURITY_POLICY, outcome, because);
  }

  @Test
  void takesAPolicyOfTheMarkupFromTheHeadOnly() {
    var meta = "<meta http-equiv=Content-Security-Policy content=\"default-src 'self'\">";

    assertResult(page("<head>" + meta), Question.CONTENT_SECURITY_POLICY, Outcome.CSP_SOUND, null);
    assertResult(
        page("<body>" + meta),
        Question.CONTENT_SECURITY_POLICY,
        Outcome.CSP_MISSING,
        Deviation.CSP_META_PLACE);
    assertResult(
        page("<head>" + meta.replace("default-src 'self'", "frame-ancestors 'self'")),
        Question.CONTENT_SECURITY_POLICY,
        Outcome.CSP_MISSING,
        null);
  }

  @Test
  void takesAPolicyThatReportsForNone() {
    assertResult(
        page("", "Content-Security-Policy-Report-Only: default-src 'self'"),
        Question.CONTENT_SECURITY_POLICY,
        Outcome.CSP_REPORT_ONLY,
        null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a=1; Secure; SameSite=Lax | COOKIES_ALL_SOUND |",
        "a=1; Secure | COOKIES_SOUND |",
        "a=1 | COOKIES_INSECURE_HSTS |",
        "session=1; HttpOnly | COOKIES_SESSION_INSECURE_HSTS |",
        "session=1; Secure; SameSite=Lax | COOKIES_SESSION_SCRIPTS |",
        "csrf=1; Secure | COOKIES_ANTICSRF |",
        "a=1; Secure; SameSite=Some | COOKIES_SAMESITE_INVALID |",
        "a=1; SameSite=None | COOKIES_SAMESITE_INVALID |",
        "a=1; Domain=other.example | COOKIES_NONE |",
        "blogin=1; Secure; SameSite=Lax | COOKIES_ALL_SOUND | COOKIE_NAMES",
        "connect.sid=1; Secure | COOKIES_SESSION_SCRIPTS | COOKIE_NAMES",
        "nameless; Secure | COOKIES_SOUND | COOKIE_KEPT",
        "__secure-a=1 | COOKIES_NONE | COOKIE_KEPT",
        "a=1; Max-Age=0 | COOKIES_NONE | COOKIE_KEPT",
        "heroku-session-affinity=1 | COOKIES_NONE |",
      })
  void readsCookies(String cookie, Outcome outcome, @Nullable Deviation because) {
    assertResult(SoundSite.header("Set-Cookie", cookie), Question.COOKIES, outcome, because);
  }

  @Test
  void countsTheCookiesOfRobotsTxt() {
    var sound = SoundSite.header("Set-Cookie");
    var facts =
        new HttpFacts(
            sound.seenAt(),
            HOST,
            sound.plain(),
            sound.secure(),
            sound.securityTxt(),
            List.of(),
            sound.crossOrigin(),
            answered("", hop(SoundSite.ROBOTS, 200, "Set-Cookie: session=1; HttpOnly")),
            null,
            null);

    assertResult(
        facts,
        Question.COOKIES,
        Outcome.COOKIES_SESSION_INSECURE_HSTS,
        Deviation.COOKIE_OF_ANOTHER_FILE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "max-age=15552000 | HSTS_LONG |",
        "max-age=15551999 | HSTS_SHORT |",
        "max-age=0 | HSTS_SHORT |",
        "includeSubDomains | HSTS_INVALID |",
        "max-age=31536000 seconds | HSTS_INVALID | HSTS_GRAMMAR",
        "max-age=31536000; includeSubDomains=1 | HSTS_INVALID | HSTS_GRAMMAR",
        "max-age=31536000; max-age=31536000 | HSTS_INVALID | HSTS_GRAMMAR",
      })
  void readsHsts(String value, Outcome outcome, @Nullable Deviation because) {
    assertResult(
        SoundSite.header("Strict-Transport-Security", value),
        Question.TRANSPORT_SECURITY,
        outcome,
        because);
  }

  @Test
  void goesByTheFirstOfSeveralHstsFields() {
    assertResult(
        SoundSite.header("Strict-Transport-Security", "max-age=31536000", "max-age=0"),
        Question.TRANSPORT_SECURITY,
        Outcome.HSTS_LONG,
        Deviation.HSTS_FIRST_FIELD);
  }

  @Test
  void takesHstsFromARedirectOfTheSameHost() {
    var page = hop(SECURE + "home", 200, "Content-Type: text/html");
    var redirect =
        hop(SECURE, 302, "Location: /home", "Strict-Transport-Security: max-age=31536000");

    assertResult(
        SoundSite.secure(answered("", redirect, page)),
        Question.TRANSPORT_SECURITY,
        Outcome.HSTS_LONG,
        Deviation.HSTS_EVERY_ANSWER);
  }

  @Test
  void hstsNeedsACertificateThatIsTrusted() {
    var graded = graded(Observatory.of(SoundSite.http(), false, NONE));

    assertThat(graded.outcome(Question.TRANSPORT_SECURITY)).isEqualTo(Outcome.HSTS_UNTRUSTED);
    assertThat(graded.outcome(Question.REDIRECTION)).isEqualTo(Outcome.REDIRECT_UNTRUSTED);
  }

  @Test
  void aPreloadedNameNeedsNoHeader() {
    var preloaded = new PreloadedNames(Set.of("trust.nhs.uk"), Set.of());
    var facts = SoundSite.header("Strict-Transport-Security");
    var graded = graded(Observatory.of(facts, true, preloaded));

    assertThat(graded.outcome(Question.TRANSPORT_SECURITY)).isEqualTo(Outcome.HSTS_PRELOADED);
    assertThat(graded.outcome(Question.REDIRECTION)).isEqualTo(Outcome.REDIRECT_PRELOADED);
  }

  @Test
  void followsTheWayFromHttp() {
    assertRedirection(
        answered(hop(PLAIN, 301, "Location: " + SECURE), PAGE), Outcome.REDIRECT_SOUND);
    assertRedirection(nobodyListens(PLAIN), Outcome.REDIRECT_NO_HTTP);
    assertRedirection(answered("", hop(PLAIN, 200)), Outcome.REDIRECT_MISSING);
    assertRedirection(
        answered(
            hop(PLAIN, 301, "Location: https://trust.nhs.uk/"), hop("https://trust.nhs.uk/", 200)),
        Outcome.REDIRECT_OFF_HOST);
    assertRedirection(
        answered(
            hop(PLAIN, 301, "Location: /a"),
            hop(PLAIN + "a", 301, "Location: " + SECURE),
            hop(SECURE, 200)),
        Outcome.REDIRECT_LATE);
    assertRedirection(
        answered(hop(PLAIN, 301, "Location: /a"), hop(PLAIN + "a", 200)),
        Outcome.REDIRECT_NOT_HTTPS);
    assertRedirection(endless(hop(PLAIN, 301, "Location: " + PLAIN)), Outcome.REDIRECT_NOT_HTTPS);
  }

  private static void assertRedirection(Visit plain, Outcome outcome) {
    assertResult(SoundSite.plain(plain), Question.REDIRECTION, outcome, null);
  }

  @Test
  void aRedirectThatNamesNoPlaceIsNone() {
    assertResult(
        SoundSite.plain(answered("", hop(PLAIN, 301))),
        Question.REDIRECTION,
        Outcome.REDIRECT_MISSING,
        Deviation.REDIRECT_WITHOUT_PLACE);
  }

  @Test
  void aRedirectToWhatIsNotTheWebDoesNotMeanThatNobodyAnswers() {
    assertResult(
        SoundSite.plain(obstructed(PLAIN, hop(PLAIN, 301, "Location: ftp://" + HOST + "/"))),
        Question.REDIRECTION,
        Outcome.REDIRECT_NOT_HTTPS,
        Deviation.REDIRECT_TO_NOWHERE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Cross-Origin-Embedder-Policy | require-corp | COEP_REQUIRE_CORP |",
        "Cross-Origin-Embedder-Policy | credentialless; report-to=\"a\" | COEP_CREDENTIALLESS |",
        "Cross-Origin-Embedder-Policy | unsafe-none | COEP_UNSAFE_NONE |",
        "Cross-Origin-Embedder-Policy | \"require-corp\" | COEP_INVALID |",
        "Cross-Origin-Opener-Policy | same-origin | COOP_SAME_ORIGIN |",
        "Cross-Origin-Opener-Policy | same-origin-allow-popups | COOP_ALLOW_POPUPS |",
        "Cross-Origin-Opener-Policy | noopener-allow-popups | COOP_NOOPENER |",
        "Cross-Origin-Opener-Policy | unsafe-none | COOP_UNSAFE_NONE |",
        "Cross-Origin-Opener-Policy | same-origin; | COOP_INVALID |",
        "Cross-Origin-Resource-Policy | same-origin | CORP_SAME_ORIGIN |",
        "Cross-Origin-Resource-Policy | same-site | CORP_SAME_SITE |",
        "Cross-Origin-Resource-Policy | cross-origin | CORP_CROSS_ORIGIN |",
        "Cross-Origin-Resource-Policy | all | CORP_INVALID |",
        "Cross-Origin-Resource-Policy | Same-Origin | CORP_INVALID | CORP_CASE",
        "X-Content-Type-Options | NoSniff | NOSNIFF |",
        "X-Content-Type-Options | sniff | NOSNIFF_INVALID |",
        "X-Content-Type-Options | nosniff, nosniff | NOSNIFF | NOSNIFF_FIRST",
        "Referrer-Policy | same-origin | REFERRER_PRIVATE |",
        "Referrer-Policy | no-referrer, origin | REFERRER_UNSAFE |",
        "Referrer-Policy | never | REFERRER_INVALID |",
      })
  void readsAHeader(String name, String value, Outcome outcome, @Nullable Deviation because) {
    assertResult(SoundSite.header(name, value), questionOf(name), outcome, because);
  }

  private static Question questionOf(String header) {
    return Set.of(Question.values()).stream()
        .filter(question -> question.id().equalsIgnoreCase(header))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void saysWhatIsNotSaid() {
    var graded = graded(page(""));

    assertThat(graded.results())
        .extracting(Result::outcome)
        .contains(
            Outcome.CSP_MISSING,
            Outcome.COOKIES_NONE,
            Outcome.COEP_MISSING,
            Outcome.COOP_MISSING,
            Outcome.CORP_MISSING,
            Outcome.CORS_NONE,
            Outcome.REFERRER_MISSING,
            Outcome.HSTS_MISSING,
            Outcome.NOSNIFF_MISSING,
            Outcome.FRAMING_OPEN,
            Outcome.SRI_NO_SCRIPTS);
  }

  @Test
  void readsTheReferrerPolicyOfTheMarkup() {
    assertResult(
        page("<meta name=referrer content=origin>"),
        Question.REFERRER_POLICY,
        Outcome.REFERRER_UNSAFE,
        null);
    assertResult(
        page("<meta name=referrer content=never>"),
        Question.REFERRER_POLICY,
        Outcome.REFERRER_PRIVATE,
        Deviation.REFERRER_META);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DENY || FRAMING_HEADER |",
        "ALLOWALL || FRAMING_INVALID |",
        "deny, deny || FRAMING_HEADER | FRAMING_VALUES",
        "allow-from https://a.example || FRAMING_INVALID | FRAMING_ALLOW_FROM",
        "| frame-ancestors 'self' | FRAMING_CSP |",
        "DENY | frame-ancestors https: | FRAMING_OPEN | FRAMING_POLICY",
        "DENY | frame-ancestors *, frame-ancestors 'self' | FRAMING_CSP |",
      })
  void readsWhoMayFrameThePage(
      @Nullable String header,
      @Nullable String policy,
      Outcome outcome,
      @Nullable Deviation because) {
    var fields =
        List.of(
                header == null ? "X: -" : "X-Frame-Options: " + header,
                policy == null ? "X: -" : "Content-Security-Policy: " + policy)
            .toArray(String[]::new);

    assertResult(page("", fields), Question.FRAME_OPTIONS, outcome, because);
  }

  @Test
  void asksWhatScriptsOfOtherSitesMayRead() {
    assertSharing(Outcome.CORS_PUBLIC, null, preflight("Access-Control-Allow-Origin: *"));
    assertSharing(
        Outcome.CORS_RESTRICTED,
        null,
        preflight("Access-Control-Allow-Origin: https://app.trust.nhs.uk"));
    assertSharing(
        Outcome.CORS_UNIVERSAL,
        Deviation.CORS_REFLECTED,
        preflight(
            "Access-Control-Allow-Origin: " + ELSEWHERE, "Access-Control-Allow-Credentials: true"));
    assertSharing(
        Outcome.CORS_RESTRICTED,
        null,
        preflight(
            "Access-Control-Allow-Origin: " + ELSEWHERE, "Access-Control-Allow-Credentials: yes"));
    assertSharing(
        Outcome.CORS_UNIVERSAL,
        Deviation.CORS_NULL,
        preflight("Access-Control-Allow-Origin: null", "Access-Control-Allow-Credentials: true"));
    assertSharing(
        Outcome.CORS_PUBLIC,
        Deviation.CORS_ON_GET,
        stranger("GET", hop(SECURE, 200, "Access-Control-Allow-Origin: *")));
    assertSharing(
        Outcome.CORS_NONE,
        null,
        stranger("OPTIONS", hop(SECURE, 405, "Access-Control-Allow-Origin: *")));
  }

  private static CrossOrigin preflight(String... header) {
    return stranger("OPTIONS", hop(SECURE, 204, header));
  }

  private static CrossOrigin stranger(String method, Hop hop) {
    return new CrossOrigin(CrossOrigin.Kind.STRANGER, ELSEWHERE, method, answered(hop));
  }

  private static void assertSharing(
      Outcome outcome, @Nullable Deviation because, CrossOrigin asked) {
    assertResult(SoundSite.crossOrigin(asked), Question.RESOURCE_SHARING, outcome, because);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<p>none | SRI_NO_SCRIPTS |",
        "<script src=a.js></script> | SRI_OWN_SCRIPTS |",
        "<script src=https://static.trust.nhs.uk/a.js></script> | SRI_OWN_SCRIPTS |",
        "<script src=https://other.nhs.uk/a.js></script> | SRI_UNFIXED |",
        "<script src=//other.nhs.uk/a.js></script> | SRI_UNFIXED_INSECURE |",
        "<script src=http://other.nhs.uk/a.js></script> | SRI_UNFIXED_INSECURE |",
        "<script src=a.js integrity=DIGEST></script> | SRI_ALL |",
        "<script src=https://other.nhs.uk/a.js integrity=DIGEST></script> | SRI_EXTERNAL |",
        "<script src=http://other.nhs.uk/a.js integrity=DIGEST></script> | SRI_INSECURE |",
        "<script src=https://other.nhs.uk/a.js integrity=true></script> | SRI_UNFIXED | SRI_DIGEST",
        "<template><script src=https://other.nhs.uk/a.js></script></template> | SRI_NO_SCRIPTS |"
            + " SRI_INERT",
        "<script type=text/template src=https://other.nhs.uk/a></script> | SRI_OWN_SCRIPTS |"
            + " SRI_DATA_BLOCK",
        "<script src='\\\\other.nhs.uk/a.js'></script> | SRI_UNFIXED_INSECURE | SRI_ADDRESS",
        "<base href=https://other.nhs.uk/><script src=a.js></script> | SRI_UNFIXED | SRI_ADDRESS",
        "<script src=https://></script> | SRI_OWN_SCRIPTS |",
      },
      quoteCharacter = '~')
  void readsScripts(String markup, Outcome outcome, @Nullable Deviation because) {
    assertResult(
        page(markup.replace("DIGEST", DIGEST)), Question.SUBRESOURCE_INTEGRITY, outcome, because);
  }

  @Test
  void namesOfMediaTypesHaveNoCase() {
    var facts =
        SoundSite.secure(
            answered(
                "<script src=https://other.nhs.uk/a.js></script>",
                hop(SECURE, 200, "Content-Type: Text/HTML")));

    assertResult(facts, Question.SUBRESOURCE_INTEGRITY, Outcome.SRI_UNFIXED, Deviation.MEDIA_TYPE);
  }

  @Test
  void whatIsNoPageHasNoScripts() {
    assertResult(
        SoundSite.secure(answered("%PDF", hop(SECURE, 200, "Content-Type: application/pdf"))),
        Question.SUBRESOURCE_INTEGRITY,
        Outcome.SRI_NOT_HTML,
        null);
  }

  @Test
  void gradesASiteWithoutHttpsByItsPageOverHttp() {
    var facts = SoundSite.withoutHttps(answered("", hop(PLAIN, 200, "Content-Type: text/html")));
    var graded = graded(facts);

    assertThat(graded.outcome(Question.TRANSPORT_SECURITY)).isEqualTo(Outcome.HSTS_NO_HTTPS);
    assertThat(graded.outcome(Question.REDIRECTION)).isEqualTo(Outcome.REDIRECT_MISSING);
  }

  @ParameterizedTest
  @CsvSource({
    "200,true",
    "302,true",
    "401,true",
    "403,true",
    "400,false",
    "404,false",
    "500,false"
  })
  void gradesNoErrorPage(int status, boolean graded) {
    assertThat(score(SoundSite.status(status)) instanceof Observatory.Graded).isEqualTo(graded);
  }

  @Test
  void givesNoScoreToWhatItHasNotSeen() {
    assertThat(score(SoundSite.withoutHttps(nobodyListens(PLAIN))))
        .isEqualTo(
            new Observatory.NotGraded("over https nobody answers, and over http nobody answers"));
    assertThat(score(SoundSite.secure(obstructed(SECURE))))
        .isEqualTo(new Observatory.NotGraded("over https no answer in time (5 s)"));
    assertThat(score(SoundSite.secure(answered(PAGE))))
        .isEqualTo(new Observatory.NotGraded("the page itself was not received"));
    assertThat(
            score(
                SoundSite.plain(
                    new Visit(
                        PLAIN,
                        List.of(),
                        new Visit.Obstructed(new Obstacle(Obstacle.Kind.SCAN_LEVEL)),
                        null))))
        .isInstanceOf(Observatory.NotGraded.class);
    assertThat(
            score(
                SoundSite.withoutHttps(obstructed(PLAIN, hop(PLAIN, 301, "Location: " + SECURE)))))
        .isEqualTo(
            new Observatory.NotGraded(
                "over https nobody answers, and over http a redirect leads to where the look ends:"
                    + " no answer in time (5 s)"));
  }

  /// The site with nothing but this in its page's header and markup.
  private static HttpFacts page(String markup, String... header) {
    var page = hop(SECURE, 200, header);
    var fields = new ArrayList<>(page.fields());
    fields.add(new Hop.Field("Content-Type", "text/html; charset=utf-8"));
    return SoundSite.secure(
        answered(markup, new Hop(SECURE, page.endpoint(), 200, fields, page.milliseconds())));
  }

  private static Observatory score(HttpFacts facts) {
    return Observatory.of(facts, true, NONE);
  }

  private static Observatory.Graded graded(HttpFacts facts) {
    return graded(score(facts));
  }

  private static Observatory.Graded graded(Observatory score) {
    assertThat(score).isInstanceOf(Observatory.Graded.class);
    return (Observatory.Graded) score;
  }

  private static void assertResult(
      HttpFacts facts, Question question, Outcome outcome, @Nullable Deviation because) {
    var result = graded(facts).results().get(question.ordinal());
    var difference = result.difference();

    assertThat(result.question()).isEqualTo(question);
    assertThat(result.outcome()).isEqualTo(outcome);
    assertThat(difference == null ? null : difference.because()).isEqualTo(because);
  }
}
