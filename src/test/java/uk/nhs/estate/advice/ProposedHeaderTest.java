package uk.nhs.estate.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.endless;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.nobodyListens;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.CrossOrigin;
import uk.nhs.estate.observation.CrossOrigin.Kind;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.HttpFacts.Page;
import uk.nhs.estate.observation.Observation;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.policy.Catalogue;
import uk.nhs.estate.sample.SoundSite;
import uk.nhs.estate.settings.ScannerConfig;

class ProposedHeaderTest {
  private static final String STRANGER = "https://stranger.invalid";
  private static final ScannerConfig CONFIG = ScannerConfig.read(null);

  private static ProposedHeader whole(String text) {
    return new ProposedHeader(parse(text), false, null);
  }

  private static ProposedHeader merged(String text) {
    return new ProposedHeader(parse(text), true, null);
  }

  private static HeaderText parse(String text) {
    return HeaderText.parse("", text.getBytes(StandardCharsets.UTF_8));
  }

  private static HttpFacts in(HttpFacts today, ProposedHeader header) {
    return header.in(today).orElseThrow();
  }

  private static Hop page(HttpFacts http) {
    return ((Page.Shown) http.page()).hop();
  }

  @Test
  void isTheWholeHeaderButForWhatTheContentIs() {
    var page = page(in(SoundSite.http(), whole("X-Frame-Options: DENY")));
    assertThat(page.fields())
        .containsExactly(
            new Hop.Field("Content-Type", "text/html; charset=utf-8"),
            new Hop.Field("X-Frame-Options", "DENY"));
    assertThat(page(in(SoundSite.http(), whole("content-type: text/plain"))).fields())
        .containsExactly(new Hop.Field("content-type", "text/plain"));
  }

  @Test
  void keepsWhatItDoesNotNameWhenItIsMerged() {
    var page = page(in(SoundSite.http(), merged("referrer-policy: no-referrer")));
    assertThat(page.values("Referrer-Policy")).containsExactly("no-referrer");
    assertThat(page.fields()).hasSameSizeAs(PAGE.fields());
  }

  @Test
  void saysWhatWouldBeGoneAndIsNoMatterOfTheMoment() {
    var today = SoundSite.http();
    assertThat(whole("Content-Security-Policy: default-src 'self'").gone(today))
        .contains("Strict-Transport-Security", "Referrer-Policy", "Set-Cookie")
        .doesNotContain("Content-Security-Policy", "Date");
    assertThat(merged("X: 1").gone(today)).isEmpty();
  }

  @Test
  void hstsHoldsForEveryAnswerOfTheHostOverHttpsAndForNoOther() {
    var today =
        SoundSite.secure(
            answered(
                hop(SECURE, 301, "Location: /en/", "Strict-Transport-Security: max-age=1"),
                hop(SECURE + "en/", 200, "Content-Type: text/html")));
    var then = in(today, whole("Strict-Transport-Security: max-age=2"));
    assertThat(then.secure().hops())
        .allMatch(one -> one.values("Strict-Transport-Security").equals(List.of("max-age=2")));
    assertThat(then.securityTxt().hops().getLast().values("Strict-Transport-Security"))
        .containsExactly("max-age=2");
    assertThat(then.plain().hops().getFirst()).isEqualTo(today.plain().hops().getFirst());
    assertThat(in(today, whole("X: 1")).secure().hops()).allMatch(one -> one.hsts().isEmpty());
    assertThat(in(today, merged("X: 1")).secure().hops().getFirst())
        .isEqualTo(today.secure().hops().getFirst());
  }

  @Test
  void whoeverAsksIsAnsweredTheSameButWithAnotherNonce() {
    var today =
        SoundSite.crossOrigin(
            new CrossOrigin(
                Kind.STRANGER,
                STRANGER,
                "GET",
                answered(hop(SECURE, 200, "Access-Control-Allow-Origin: " + STRANGER))));
    var then =
        in(
            today,
            whole(
                "Access-Control-Allow-Origin: https://a.nhs.uk\n"
                    + "Content-Security-Policy: script-src 'nonce-AAAA'"));
    var again = then.again().orElseThrow().hops().getLast();
    assertThat(again.values("Access-Control-Allow-Origin")).containsExactly("https://a.nhs.uk");
    assertThat(again.values("Content-Security-Policy").getFirst())
        .startsWith("script-src 'nonce-")
        .doesNotContain("AAAA");
    assertThat(page(then).values("Content-Security-Policy"))
        .containsExactly("script-src 'nonce-AAAA'");
  }

  @Test
  void aPreflightIsAnsweredBySettingsOfTheSameKind() {
    var preflight =
        new CrossOrigin(
            Kind.STRANGER,
            STRANGER,
            "OPTIONS",
            answered(
                hop(
                    SECURE,
                    204,
                    "Allow: GET",
                    "Access-Control-Allow-Origin: " + STRANGER,
                    "Access-Control-Allow-Credentials: true")));
    var today = SoundSite.crossOrigin(preflight);
    var then = in(today, whole("X: 1")).crossOrigin().getFirst().visit().hops().getLast();
    assertThat(then.fields()).containsExactly(new Hop.Field("Allow", "GET"));
    assertThat(in(today, merged("X: 1")).crossOrigin().getFirst()).isEqualTo(preflight);
  }

  @Test
  void aPageThatIsHiddenTodayIsTakenToBeShownAndItsContentNotToBeKnown() {
    var then = in(SoundSite.status(403), whole("Content-Type: text/html"));
    assertThat(page(then).status()).isEqualTo(200);
    assertThat(then.secure().body()).isNull();
  }

  @Test
  void hasAContentOfItsOwnIfOneIsGiven() {
    var html = new Part("<title>New</title>".getBytes(StandardCharsets.UTF_8));
    var then = in(SoundSite.http(), new ProposedHeader(parse("X: 1"), false, html));
    assertThat(HttpFacts.markup(then.secure()).orElseThrow().title()).isEqualTo("New");
    assertThat(Objects.requireNonNull(in(SoundSite.http(), whole("X: 1")).secure().body()))
        .isEqualTo(SoundSite.http().secure().body());
  }

  @Test
  void aSiteWithoutAPageOfItsOwnHasNone() {
    var header = whole("X: 1");
    assertThat(header.in(SoundSite.secure(nobodyListens(SECURE)))).isEmpty();
    assertThat(header.in(SoundSite.secure(obstructed(SECURE)))).isEmpty();
    assertThat(header.in(SoundSite.secure(endless(hop(SECURE, 301, "Location: /"))))).isEmpty();
    assertThat(
            header.in(
                SoundSite.secure(
                    answered(
                        hop(SECURE, 301, "Location: https://other.nhs.uk/"),
                        hop("https://other.nhs.uk/", 200)))))
        .isEmpty();
    assertThat(header.in(SoundSite.secure(answered(hop(SECURE, 301), hop(PLAIN, 200))))).isEmpty();
  }

  @Test
  void aSoundHeaderHasNoFaultThatAPageAloneCanHave() {
    var text = new StringBuilder("HTTP/1.1 200 OK\n");
    PAGE.fields().forEach(field -> text.append(field.name() + ": " + field.value() + "\n"));
    var alone = whole(text.toString()).alone(SoundSite.SEEN);
    var site = SoundSite.SITE;
    var nothing = new Observation(site, SoundSite.SEEN, List.of());
    var then = new Observation(site, SoundSite.SEEN, List.of(new Sighting.Seen(Topic.HTTP, alone)));
    var checks =
        Catalogue.checks(
            CONFIG.policies().getLast(),
            CONFIG.lists().known(SoundSite.ANCHORS).with(SoundSite.ISSUERS));
    var preview = Consequences.of(nothing, then, Topic.HTTP, checks);
    assertThat(preview.opens()).isEmpty();
    assertThat(preview.unchecked().stream().map(one -> one.rule().id()))
        .contains("http.redirect-to-https-missing", "http.security-txt-missing");
  }

  @Test
  void doesNotChangeASoundSiteThatKeepsItsHeader() {
    var text = new StringBuilder();
    PAGE.fields().forEach(field -> text.append(field.name() + ": " + field.value() + "\n"));
    var today = SoundSite.http();
    var then = in(today, whole(text.toString()));
    assertThat(then.secure()).isEqualTo(today.secure());
    assertThat(then.plain()).isEqualTo(today.plain());
    assertThat(then.again()).isEqualTo(today.again());
  }
}
