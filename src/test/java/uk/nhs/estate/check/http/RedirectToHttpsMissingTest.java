package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.plain;
import static uk.nhs.estate.sample.SoundSite.withoutHttps;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.endless;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.nobodyListens;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class RedirectToHttpsMissingTest extends CheckTest {
  RedirectToHttpsMissingTest() {
    super(new RedirectToHttpsMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("to the same host"),
        passes(
            "to another host, which is hidden",
            plain(obstructed(PLAIN, hop(PLAIN, 302, "Location: HTTPS://other.test/")))),
        passes(
            "by way of http",
            plain(
                answered(
                    hop(PLAIN, 301, "Location: http://trust.nhs.uk/"),
                    hop("http://trust.nhs.uk/", 301, "Location: " + SECURE),
                    PAGE))),
        fails("a page over http", "status 200", plain(answered(hop(PLAIN, 200)))),
        fails("no page over http", "status 404", plain(answered(hop(PLAIN, 404)))),
        fails(
            "another page over http",
            "http://trust.nhs.uk/ answers with status 200",
            plain(
                answered(
                    hop(PLAIN, 301, "Location: http://trust.nhs.uk/"),
                    hop("http://trust.nhs.uk/", 200)))),
        fails(
            "a Location without a redirect",
            "status 200",
            plain(answered(hop(PLAIN, 200, "Location: " + SECURE)))),
        fails(
            "a status that is no redirect",
            "status 304",
            plain(answered(hop(PLAIN, 304, "Location: " + SECURE)))),
        doesNotApply("nobody listens on http", "over http", plain(nobodyListens(PLAIN))),
        doesNotApply("nobody listens for https", "HTTPS", withoutHttps(answered(hop(PLAIN, 200)))),
        doesNotApply(
            "redirects without end",
            "never end",
            plain(endless(hop(PLAIN, 301, "Location: " + PLAIN)))),
        cannotTell("http is silent", "in time", plain(obstructed(PLAIN))),
        cannotTell(
            "a redirect to http, and silence there",
            "in time",
            plain(obstructed(PLAIN, hop(PLAIN, 301, "Location: http://trust.nhs.uk/")))),
        cannotTell("robots are turned away", "403", plain(answered(hop(PLAIN, 403)))),
        cannotTell("too many requests", "429", plain(answered(hop(PLAIN, 429)))),
        cannotTell("a failure", "500", plain(answered(hop(PLAIN, 500)))),
        cannotTellWithout(Topic.HTTP));
  }
}
