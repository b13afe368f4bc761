package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.MARKUP;
import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.header;
import static uk.nhs.estate.sample.SoundSite.http;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.with;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.observation.HttpFacts;

class FramingUnrestrictedTest extends PageCheckTest {
  private static final String CSP = "Content-Security-Policy";
  private static final String XFO = "X-Frame-Options";

  FramingUnrestrictedTest() {
    super(new FramingUnrestricted());
  }

  @Override
  protected Stream<Example> ofPage() {
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
        doesNotApply(
            "an interface has no pages",
            "it serves application/json",
            header("Content-Type", "application/json; charset=utf-8")),
        passes("a document of XML", header("Content-Type", "image/svg+xml")),
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
            "in markup, where neither counts",
            "neither",
            inMarkup(
                "<meta http-equiv='Content-Security-Policy' content=\"frame-ancestors 'none'\">"
                    + "<meta http-equiv='X-Frame-Options' content='DENY'>")),
        fails(
            "a policy that only reports",
            "neither",
            http(
                page ->
                    with(
                        with(with(page, CSP), XFO),
                        CSP + "-Report-Only",
                        "frame-ancestors 'none'"))));
  }

  private static HttpFacts frames(List<String> policies, String... options) {
    return http(page -> with(with(page, CSP, policies.toArray(String[]::new)), XFO, options));
  }

  private static HttpFacts inMarkup(String metas) {
    var page = with(with(PAGE, CSP), XFO);
    return secure(answered(MARKUP.replace("<title>", metas + "<title>"), page));
  }
}
