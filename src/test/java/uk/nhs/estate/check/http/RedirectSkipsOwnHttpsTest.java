package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.plain;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.withoutHttps;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.endless;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.nobodyListens;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class RedirectSkipsOwnHttpsTest extends CheckTest {

  RedirectSkipsOwnHttpsTest() {
    super(new RedirectSkipsOwnHttps());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("to https on the same name"),
        passes(
            "by way of another page over http",
            plain(
                answered(
                    hop(PLAIN, 302, "Location: /start"),
                    hop(PLAIN + "start", 301, "Location: " + SECURE),
                    PAGE))),
        passes(
            "to https, and from there elsewhere",
            plain(
                answered(
                    hop(PLAIN, 301, "Location: " + SECURE),
                    hop(SECURE, 301, "Location: https://x.test/"),
                    hop("https://x.test/", 200)))),
        fails(
            "to https elsewhere",
            "http://www.trust.nhs.uk/ leads to https://x.test with status 301",
            plain(
                answered(
                    hop(PLAIN, 301, "Location: https://x.test/y"), hop("https://x.test/y", 200)))),
        fails(
            "elsewhere over http, and back",
            "leads to http://trust.nhs.uk",
            plain(
                answered(
                    hop(PLAIN, 301, "Location: //trust.nhs.uk/"),
                    hop("http://trust.nhs.uk/", 301, "Location: " + SECURE),
                    PAGE))),
        fails(
            "to what the scanner does not visit",
            "https://192.0.2.1",
            plain(obstructed(PLAIN, hop(PLAIN, 302, "Location: https://192.0.2.1/")))),
        doesNotApply("no redirect", "does not lead to https", plain(answered(hop(PLAIN, 200)))),
        doesNotApply("nobody on http", "over http", plain(nobodyListens(PLAIN))),
        doesNotApply("redirects without end", "end", plain(endless(hop(PLAIN, 301)))),
        doesNotApply("nobody on https", "HTTPS", withoutHttps(answered(hop(PLAIN, 200)))),
        cannotTell("https is silent", "in time", secure(obstructed(SECURE))),
        cannotTell("http is silent", "in time", plain(obstructed(PLAIN))),
        cannotTell("robots are turned away", "403", plain(answered(hop(PLAIN, 403)))),
        cannotTellWithout(Topic.HTTP));
  }
}
