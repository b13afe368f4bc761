package uk.nhs.estate.check.page;

import static uk.nhs.estate.check.page.PageSamples.body;
import static uk.nhs.estate.check.page.PageSamples.json;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.status;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Topic;

class IntegrityInvalidTest extends CheckTest {

  IntegrityInvalidTest() {
    super(new IntegrityInvalid());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("no integrity"),
        passes("a digest", body("<script src=/a.js integrity=sha384-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA></script>")),
        passes("one of two", body("<script src=/a.js integrity='md5-x sha384-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'></script>")),
        fails(
            "words",
            new Verdict.Fail("www.trust.nhs.uk/a.js", "integrity=\"yes\" of the script"),
            body("<script src=/a.js integrity=yes></script>")),
        fails(
            "a digest that is too short",
            new Verdict.Fail("www.trust.nhs.uk/a.js", "sha384-AAAA"),
            body("<script src=/a.js integrity=sha384-AAAA></script>")),
        fails(
            "an old algorithm",
            new Verdict.Fail("www.trust.nhs.uk/a.css", "sha1-"),
            body("<link rel=stylesheet href=/a.css integrity=sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=>")),
        fails(
            "nothing in it",
            new Verdict.Fail("www.trust.nhs.uk/a.js", "integrity=\"\""),
            body("<script src=/a.js integrity></script>")),
        cannotTell("robots are turned away", "403", status(403)),
        cannotTell("silence", "in time", secure(obstructed(SECURE))),
        doesNotApply(
            "it only redirects",
            "only redirects",
            secure(
                answered(
                    hop(SECURE, 301, "Location: https://x.test/"), hop("https://x.test/", 200)))),
        doesNotApply("it answers programs", "programs", json()),
        cannotTellWithout(Topic.HTTP));
  }
}
