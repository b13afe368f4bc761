package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.status;
import static uk.nhs.estate.sample.SoundSite.withoutHttps;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.endless;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

/// Tests a check of a site's own page: where there is none, and where none can be seen, all of them
/// say the same.
abstract class PageCheckTest extends CheckTest {

  PageCheckTest(Check check) {
    super(check);
  }

  /// What is to be said of a page that is seen.
  protected abstract Stream<Example> ofPage();

  @Override
  protected final Stream<Example> examples() {
    return Stream.concat(ofPage(), whereNoneIsSeen());
  }

  private Stream<Example> whereNoneIsSeen() {
    return Stream.of(
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
}
