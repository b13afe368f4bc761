package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.SECURITY_TXT;
import static uk.nhs.estate.sample.SoundSite.SEEN;
import static uk.nhs.estate.sample.SoundSite.sibling;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.endless;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.nobodyListens;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Sibling;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.Visit;

class SiblingApartTest extends CheckTest {
  private static final String APEX = "http://trust.nhs.uk/";
  private static final String SECURE_APEX = "https://trust.nhs.uk/";

  SiblingApartTest() {
    super(new SiblingApart());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("one leads to the other"),
        fails(
            "two pages",
            new Verdict.Fail(
                "trust.nhs.uk", "https://www.trust.nhs.uk/ and https://trust.nhs.uk/ both show"),
            pair(nobodyListens(APEX), answered(hop(SECURE_APEX, 200)))),
        fails(
            "two pages behind redirects of their own",
            new Verdict.Fail("trust.nhs.uk", "https://trust.nhs.uk/en both show"),
            pair(
                nobodyListens(APEX),
                answered(hop(SECURE_APEX, 302, "Location: /en"), hop(SECURE_APEX + "en", 200)))),
        passes("no page there", pair(nobodyListens(APEX), answered(hop(SECURE_APEX, 404)))),
        passes(
            "the site itself leads on",
            new HttpFacts(
                SEEN,
                HOST,
                nobodyListens(PLAIN),
                answered(hop(SECURE, 301, "Location: " + SECURE_APEX), hop(SECURE_APEX, 200)),
                nobodyListens(SECURITY_TXT),
                List.of(),
                List.of(),
                null,
                new Sibling("trust.nhs.uk", nobodyListens(APEX), answered(hop(SECURE_APEX, 200))),
                null)),
        doesNotApply("no https", "nobody", pair(answered(hop(APEX, 200)), nobodyListens(APEX))),
        doesNotApply(
            "redirects without end",
            "end",
            pair(nobodyListens(APEX), endless(hop(SECURE_APEX, 302)))),
        doesNotApply("not visited", "no other name", sibling(null)),
        cannotTell(
            "robots are turned away",
            "403",
            pair(nobodyListens(APEX), answered(hop(SECURE_APEX, 403)))),
        cannotTell("silence", "in time", pair(nobodyListens(APEX), obstructed(SECURE_APEX))),
        cannotTellWithout(Topic.HTTP));
  }

  private static HttpFacts pair(Visit plain, Visit secure) {
    return sibling(new Sibling("trust.nhs.uk", plain, secure));
  }
}
