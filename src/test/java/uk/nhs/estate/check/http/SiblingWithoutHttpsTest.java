package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.sibling;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.endless;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.nobodyListens;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Sibling;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.Visit;

class SiblingWithoutHttpsTest extends CheckTest {
  private static final String APEX = "http://trust.nhs.uk/";
  private static final String SECURE_APEX = "https://trust.nhs.uk/";

  SiblingWithoutHttpsTest() {
    super(new SiblingWithoutHttps());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("https, and http that leads there"),
        passes("https alone", pair(nobodyListens(APEX), answered(hop(SECURE_APEX, 200)))),
        fails(
            "http alone",
            new Verdict.Fail("trust.nhs.uk", "http://trust.nhs.uk/ answers with status 200"),
            pair(answered(hop(APEX, 200)), nobodyListens(SECURE_APEX))),
        fails(
            "a page over http beside https",
            new Verdict.Fail("trust.nhs.uk", "status 404"),
            pair(answered(hop(APEX, 404)), answered(hop(SECURE_APEX, 200)))),
        fails(
            "http that leads to the site, and no https",
            new Verdict.Fail("trust.nhs.uk", "nobody on the port for HTTPS"),
            pair(answered(hop(APEX, 301, "Location: " + SECURE)), nobodyListens(SECURE_APEX))),
        passes(
            "http that leads to http of the site, which is judged itself",
            pair(answered(hop(APEX, 301, "Location: " + PLAIN)), answered(hop(SECURE_APEX, 200)))),
        doesNotApply(
            "nobody at all",
            "does not answer",
            pair(nobodyListens(APEX), nobodyListens(SECURE_APEX))),
        doesNotApply(
            "redirects without end",
            "never end",
            pair(endless(hop(APEX, 301)), answered(hop(SECURE_APEX, 200)))),
        doesNotApply("not visited", "no other name", sibling(null)),
        cannotTell(
            "robots are turned away",
            "403",
            pair(answered(hop(APEX, 403)), answered(hop(SECURE_APEX, 403)))),
        cannotTell("silence", "in time", pair(obstructed(APEX), answered(hop(SECURE_APEX, 200)))),
        cannotTell(
            "silence on https",
            "in time",
            pair(answered(hop(APEX, 301, "Location: " + SECURE)), obstructed(SECURE_APEX))),
        cannotTellWithout(Topic.HTTP));
  }

  private static HttpFacts pair(Visit plain, Visit secure) {
    return sibling(new Sibling("trust.nhs.uk", plain, secure));
  }
}
