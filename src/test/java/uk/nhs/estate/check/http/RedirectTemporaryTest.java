package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.plain;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class RedirectTemporaryTest extends CheckTest {

  RedirectTemporaryTest() {
    super(new RedirectTemporary());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("301"),
        passes("308", plain(answered(hop(PLAIN, 308, "Location: " + SECURE), PAGE))),
        fails(
            "302",
            "http://www.trust.nhs.uk/ leads to https://www.trust.nhs.uk with status 302",
            plain(answered(hop(PLAIN, 302, "Location: " + SECURE), PAGE))),
        fails("303", "303", plain(answered(hop(PLAIN, 303, "Location: " + SECURE), PAGE))),
        fails("307", "307", plain(answered(hop(PLAIN, 307, "Location: " + SECURE), PAGE))),
        passes(
            "only the step to https counts",
            plain(
                answered(
                    hop(PLAIN, 302, "Location: /start"),
                    hop(PLAIN + "start", 301, "Location: " + SECURE),
                    hop(SECURE, 302, "Location: /home"),
                    hop(SECURE + "home", 200)))),
        doesNotApply("no redirect", "does not lead to https", plain(answered(hop(PLAIN, 200)))),
        doesNotApply(
            "a redirect to two places, which browsers refuse",
            "does not lead to https",
            plain(answered(hop(PLAIN, 302, "Location: " + SECURE, "Location: https://x.test/")))),
        cannotTell("http is silent", "in time", plain(obstructed(PLAIN))),
        cannotTell("a failure", "500", plain(answered(hop(PLAIN, 500)))),
        cannotTellWithout(Topic.HTTP));
  }
}
