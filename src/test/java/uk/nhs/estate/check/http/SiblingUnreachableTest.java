package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.named;
import static uk.nhs.estate.sample.SoundSite.sibling;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.nobodyListens;
import static uk.nhs.estate.sample.Visits.obstructed;
import static uk.nhs.estate.sample.Visits.withoutAddress;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Sibling;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.Visit;

class SiblingUnreachableTest extends CheckTest {
  private static final String APEX = "http://trust.nhs.uk/";
  private static final String SECURE_APEX = "https://trust.nhs.uk/";

  SiblingUnreachableTest() {
    super(new SiblingUnreachable());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("an answer"),
        passes("an answer over http", pair(answered(hop(APEX, 200)), nobodyListens(SECURE_APEX))),
        fails(
            "nobody",
            new Verdict.Fail("trust.nhs.uk", "nobody answers"),
            pair(nobodyListens(APEX), nobodyListens(SECURE_APEX))),
        fails(
            "no address",
            new Verdict.Fail("trust.nhs.uk", "no address"),
            pair(withoutAddress(APEX), withoutAddress(SECURE_APEX))),
        doesNotApply(
            "no address where nobody expects one",
            "no address",
            named(
                "booking.trust.nhs.uk",
                sibling(
                    new Sibling(
                        "www.booking.trust.nhs.uk",
                        withoutAddress("http://www.booking.trust.nhs.uk/"),
                        withoutAddress("https://www.booking.trust.nhs.uk/"))))),
        doesNotApply("not visited", "no other name", sibling(null)),
        cannotTell("silence", "in time", pair(obstructed(APEX), obstructed(SECURE_APEX))),
        cannotTell(
            "nobody on http, silence on https",
            "in time",
            pair(nobodyListens(APEX), obstructed(SECURE_APEX))),
        cannotTellWithout(Topic.HTTP));
  }

  private static HttpFacts pair(Visit plain, Visit secure) {
    return sibling(new Sibling("trust.nhs.uk", plain, secure));
  }
}
