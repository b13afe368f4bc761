package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.named;
import static uk.nhs.estate.sample.SoundSite.sibling;
import static uk.nhs.estate.sample.Visits.answered;
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

class SiblingHstsMissingTest extends CheckTest {
  private static final String APEX = "http://trust.nhs.uk/";
  private static final String SECURE_APEX = "https://trust.nhs.uk/";

  SiblingHstsMissingTest() {
    super(new SiblingHstsMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("HSTS"),
        fails(
            "none",
            new Verdict.Fail("trust.nhs.uk", "no Strict-Transport-Security"),
            pair(nobodyListens(APEX), answered(hop(SECURE_APEX, 301, "Location: " + SECURE)))),
        fails(
            "switched off",
            new Verdict.Fail("trust.nhs.uk", "switched off: max-age=0"),
            pair(
                nobodyListens(APEX),
                answered(hop(SECURE_APEX, 200, "Strict-Transport-Security: max-age=0")))),
        passes(
            "what the site says for the names below it",
            named(
                "trust.nhs.uk",
                sibling(
                    new Sibling(
                        "www.trust.nhs.uk", nobodyListens(PLAIN), answered(hop(SECURE, 200)))))),
        doesNotApply("no https", "nobody", pair(answered(hop(APEX, 200)), nobodyListens(APEX))),
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
