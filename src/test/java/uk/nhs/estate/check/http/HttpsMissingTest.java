package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.status;
import static uk.nhs.estate.sample.SoundSite.withoutHttps;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.endless;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.nobodyListens;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class HttpsMissingTest extends CheckTest {
  HttpsMissingTest() {
    super(new HttpsMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a page over https"),
        passes("it leads somewhere else", secure(answered(hop(SECURE, 302, "Location: /x"), PAGE))),
        passes("whatever it answers", status(503)),
        passes("the rest of the visit is hidden", secure(obstructed(SECURE, hop(SECURE, 302)))),
        passes("redirects without end", secure(endless(hop(SECURE, 302, "Location: /")))),
        fails(
            "nobody listens for https, and http shows a page",
            "status 200",
            withoutHttps(answered(hop(PLAIN, 200)))),
        fails(
            "and http redirects to what nobody listens for",
            "status 301",
            withoutHttps(obstructed(PLAIN, hop(PLAIN, 301, "Location: " + SECURE)))),
        doesNotApply(
            "nobody listens at all",
            "neither over http nor over https",
            withoutHttps(nobodyListens(PLAIN))),
        cannotTell("https is silent", "in time", secure(obstructed(SECURE))),
        cannotTell(
            "nobody listens for https, and http is silent",
            "in time",
            withoutHttps(obstructed(PLAIN))),
        cannotTellWithout(Topic.HTTP));
  }
}
