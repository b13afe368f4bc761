package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.header;
import static uk.nhs.estate.sample.SoundSite.http;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.status;
import static uk.nhs.estate.sample.SoundSite.withoutHttps;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.endless;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;
import static uk.nhs.estate.sample.Visits.with;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Topic;

class FramingUnrestrictedTest extends CheckTest {
  private static final String CSP = "Content-Security-Policy";

  FramingUnrestrictedTest() {
    super(new FramingUnrestricted());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("frame-ancestors 'self'"),
        passes("nobody at all", header(CSP, "frame-ancestors")),
        passes(
            "one of two policies restricts it",
            header(CSP, "frame-ancestors *", "frame-ancestors a.test")),
        passes("X-Frame-Options, with no policy", frames(List.of(), "DENY")),
        passes(
            "X-Frame-Options, with a policy about other things",
            frames(List.of("default-src 'self'"), "sameorigin")),
        passes("X-Frame-Options twice the same", frames(List.of(), "SAMEORIGIN", "SAMEORIGIN")),
        passes("values that contradict each other", frames(List.of(), "SAMEORIGIN, ALLOWALL")),
        fails("neither", "neither", frames(List.of())),
        fails("frame-ancestors *", "everybody", header(CSP, "frame-ancestors *")),
        fails("any site with https", "everybody", header(CSP, "frame-ancestors 'self' https:")),
        fails(
            "where a policy lets everybody, X-Frame-Options is not asked",
            "everybody",
            frames(List.of("frame-ancestors https://*"), "DENY")),
        fails("not valid", "not valid: DENY;", frames(List.of(), "DENY;")),
        fails(
            "withdrawn from the standard",
            "not valid",
            frames(List.of(), "ALLOW-FROM https://a.test")),
        fails(
            "a policy that only reports",
            "neither",
            http(page -> with(with(page, CSP), CSP + "-Report-Only", "frame-ancestors 'none'"))),
        doesNotApply(
            "it only redirects",
            "it only redirects, to x.test",
            secure(
                answered(
                    hop(SECURE, 301, "Location: https://x.test/"), hop("https://x.test/", 200)))),
        doesNotApply(
            "it sends visitors back to http",
            "back to http",
            secure(answered(hop(SECURE, 301, "Location: " + PLAIN), hop(PLAIN, 200)))),
        doesNotApply("redirects without end", "never end", secure(endless(hop(SECURE, 301)))),
        doesNotApply("nobody listens", "HTTPS", withoutHttps(answered(hop(PLAIN, 200)))),
        cannotTell("robots are turned away", "403", status(403)),
        cannotTell("too many requests", "429", status(429)),
        cannotTell("a failure", "500", status(500)),
        cannotTell("silence", "in time", secure(obstructed(SECURE))),
        cannotTellWithout(Topic.HTTP));
  }

  private static HttpFacts frames(List<String> policies, String... options) {
    return http(
        page -> with(with(page, CSP, policies.toArray(String[]::new)), "X-Frame-Options", options));
  }
}
