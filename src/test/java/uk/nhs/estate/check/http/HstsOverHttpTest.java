package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.plain;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.nobodyListens;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class HstsOverHttpTest extends CheckTest {
  private static final String HSTS = "Strict-Transport-Security";

  HstsOverHttpTest() {
    super(new HstsOverHttp());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("over https only"),
        fails(
            "over http",
            "http://www.trust.nhs.uk/ sends max-age=60",
            plain(answered(hop(PLAIN, 301, "Location: " + SECURE, HSTS + ": max-age=60"), PAGE))),
        doesNotApply("nobody on http", "over http", plain(nobodyListens(PLAIN))),
        cannotTell("http is silent", "in time", plain(obstructed(PLAIN))),
        cannotTellWithout(Topic.HTTP));
  }
}
