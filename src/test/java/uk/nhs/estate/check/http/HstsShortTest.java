package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.header;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.withoutHttps;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.time.Duration;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class HstsShortTest extends CheckTest {
  private static final String HSTS = "Strict-Transport-Security";

  HstsShortTest() {
    super(new HstsShort(Duration.ofDays(180)));
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a year"),
        passes("180 days", header(HSTS, "max-age=15552000")),
        passes("for ever", header(HSTS, "max-age=99999999999999999999")),
        fails("a second less", "max-age=15551999", header(HSTS, "max-age=15551999")),
        doesNotApply("none", "does not send HSTS", header(HSTS)),
        doesNotApply("switched off", "does not send HSTS", header(HSTS, "max-age=0")),
        doesNotApply("nobody listens", "HTTPS", withoutHttps(answered(hop(PLAIN, 200)))),
        cannotTell(
            "none on an answer that hides the page", "503", secure(answered(hop(SECURE, 503)))),
        cannotTell("silence", "in time", secure(obstructed(SECURE))),
        cannotTellWithout(Topic.HTTP));
  }
}
