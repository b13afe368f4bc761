package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.SECURITY_TXT;
import static uk.nhs.estate.sample.SoundSite.SEEN;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.withoutHttps;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.nobodyListens;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Topic;

class RedirectLeavesPublicSectorTest extends CheckTest {

  RedirectLeavesPublicSectorTest() {
    super(new RedirectLeavesPublicSector());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("to its own domain"),
        passes(
            "to another name of the public sector",
            secure(
                answered(
                    hop(SECURE, 301, "Location: https://www.gov.uk/"),
                    hop("https://www.gov.uk/", 200)))),
        fails(
            "to a company",
            new Verdict.Fail("trust.test", SECURE + " leads to https://trust.test with status 301"),
            secure(
                answered(
                    hop(SECURE, 301, "Location: https://trust.test/"),
                    hop("https://trust.test/", 200)))),
        fails(
            "once for both ways there",
            new Verdict.Fail("x.test", "https://x.test"),
            new HttpFacts(
                SEEN,
                HOST,
                answered(hop(SECURE, 301, "Location: https://x.test/")),
                answered(hop(SECURE, 301, "Location: https://x.test/")),
                nobodyListens(SECURITY_TXT))),
        fails(
            "a name that only ends alike",
            new Verdict.Fail("notnhs.uk", "https://notnhs.uk"),
            secure(answered(hop(SECURE, 301, "Location: https://notnhs.uk/")))),
        fails(
            "on the way",
            new Verdict.Fail("t.test", "https://t.test"),
            secure(
                answered(
                    hop(SECURE, 302, "Location: https://t.test/"),
                    hop("https://t.test/", 302, "Location: " + SECURE + "x"),
                    hop(SECURE + "x", 200)))),
        cannotTell("silence", "in time", secure(obstructed(SECURE))),
        doesNotApply(
            "a charity's site",
            "not one of the public sector",
            new HttpFacts(
                SEEN,
                "www.charity.org.uk",
                answered(hop("http://www.charity.org.uk/", 301, "Location: https://x.test/")),
                answered(hop("https://www.charity.org.uk/", 301, "Location: https://x.test/")),
                nobodyListens(SECURITY_TXT))),
        doesNotApply("nobody answers", "nobody answers", withoutHttps(nobodyListens(PLAIN))),
        cannotTellWithout(Topic.HTTP));
  }
}
