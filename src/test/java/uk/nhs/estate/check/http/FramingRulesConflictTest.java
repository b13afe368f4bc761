package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.header;
import static uk.nhs.estate.sample.SoundSite.http;
import static uk.nhs.estate.sample.Visits.with;

import java.util.stream.Stream;
import uk.nhs.estate.observation.HttpFacts;

class FramingRulesConflictTest extends PageCheckTest {
  private static final String CSP = "Content-Security-Policy";
  private static final String XFO = "X-Frame-Options";

  FramingRulesConflictTest() {
    super(new FramingRulesConflict());
  }

  @Override
  protected Stream<Example> ofPage() {
    return Stream.of(
        passes("both restrict it"),
        passes("sites that X-Frame-Options cannot name", frames("frame-ancestors a.test", "DENY")),
        passes("both let everybody", frames("frame-ancestors *", "ALLOWALL")),
        passes("a value that no browser knows says nothing", frames("frame-ancestors *", "x")),
        passes("no policy, one value", frames("default-src 'self'", "DENY", "deny")),
        fails("one policy lets everybody", "not to X-Frame", frames("frame-ancestors *", "DENY")),
        fails(
            "only the policy restricts it",
            "fewer frame it than X-Frame-Options: ALLOWALL",
            frames("frame-ancestors 'self'", "ALLOWALL")),
        fails(
            "two values, no policy",
            "nobody frame it, by X-Frame-Options: SAMEORIGIN, DENY",
            frames("default-src 'self'", "SAMEORIGIN", "DENY")),
        doesNotApply("nothing to contradict", "sends no " + XFO, header(XFO)));
  }

  private static HttpFacts frames(String policy, String... options) {
    return http(page -> with(with(page, CSP, policy), XFO, options));
  }
}
