package uk.nhs.estate.profile.observatory;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.Visits.answered;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.register.PreloadedNames;
import uk.nhs.estate.sample.SoundSite;
import uk.nhs.estate.sample.Visits;

/// Whatever a site answers, it gets a score between the best and nothing.
class ObservatoryFuzzTest {
  private static final PreloadedNames NONE = new PreloadedNames(Set.of(), Set.of());
  private static final int MOST = 100 + 10 + 5 + 10 + 10 + 5 + 5 + 5 + 5 + 10;
  private static final List<String> NAMES =
      List.of(
          "Content-Security-Policy",
          "Set-Cookie",
          "Strict-Transport-Security",
          "X-Frame-Options",
          "X-Content-Type-Options",
          "Referrer-Policy",
          "Cross-Origin-Opener-Policy",
          "Cross-Origin-Resource-Policy",
          "Access-Control-Allow-Origin");

  @FuzzTest
  void survivesAnything(byte[] octets) {
    var text = new String(octets, ISO_8859_1);
    for (var name : NAMES) {
      grade(text, name, text);
    }
  }

  @Property(tries = 300)
  void everyHeaderGetsAScore(@ForAll("names") String name, @ForAll("values") String value) {
    grade("<script src=a.js></script>", name, value);
  }

  @Property(tries = 200)
  void everyPageGetsAScore(@ForAll("values") String markup) {
    grade(
        "<meta http-equiv=content-security-policy content=\""
            + markup
            + "\"><script src=\""
            + markup,
        "X",
        "y");
  }

  /// Two policies let through what both do, so a second one never makes a page less safe.
  @Property(tries = 300)
  void aSecondPolicyNeverCosts(@ForAll("policies") String one) {
    var alone = points(one);
    var both = points(one + ", default-src 'none'; base-uri 'none'");

    assertThat(both).isGreaterThanOrEqualTo(alone);
  }

  private static int points(String policy) {
    return grade("", "Content-Security-Policy", policy)
        .outcome(Question.CONTENT_SECURITY_POLICY)
        .modifier();
  }

  private static Observatory.Graded grade(String markup, String name, String value) {
    var page =
        Visits.with(
            Visits.with(new Hop(SECURE, SoundSite.PAGE.endpoint(), 200, List.of(), 1), name, value),
            "Content-Type",
            "text/html");
    var score = Observatory.of(SoundSite.secure(answered(markup, page)), true, NONE);
    assertThat(score).isInstanceOf(Observatory.Graded.class);
    var graded = (Observatory.Graded) score;
    assertThat(graded.score()).isBetween(0, MOST);
    assertThat(graded.results()).hasSize(12);
    graded.deviations().forEach(one -> assertThat(one.difference()).isNotNull());
    return graded;
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(NAMES);
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(40),
        policies(),
        words("max-age", "=", "31536000", ";", ",", "\"", "DENY", "nosniff", "no-referrer", "*"),
        words("__Host-", "session", "csrf", "=", ";", "Secure", "SameSite", "Max-Age", "0", "//"));
  }

  @Provide
  Arbitrary<String> policies() {
    return words(
        "default-src",
        "script-src",
        "script-src-elem",
        "style-src",
        "img-src",
        "object-src",
        ";",
        "'self'",
        "'none'",
        "'unsafe-inline'",
        "'nonce-abc'",
        "'strict-dynamic'",
        "https:",
        "http:",
        "ws:",
        "*",
        "*:443",
        "data:",
        "a.example",
        ",",
        "frame-ancestors");
  }

  private static Arbitrary<String> words(String... words) {
    return Arbitraries.of(words).list().ofMaxSize(12).map(some -> String.join(" ", some));
  }
}
