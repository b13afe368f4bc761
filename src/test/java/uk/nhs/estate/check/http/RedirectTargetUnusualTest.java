package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.withoutHttps;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.nobodyListens;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Topic;

class RedirectTargetUnusualTest extends CheckTest {

  RedirectTargetUnusualTest() {
    super(new RedirectTargetUnusual());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a host alone"),
        passes(
            "the port that the scheme stands for",
            secure(answered(hop(SECURE, 301, "Location: https://" + HOST + ":443/x"), PAGE))),
        fails(
            "an IP address",
            new Verdict.Fail("https://10.0.0.1", "an IP address"),
            secure(obstructed(SECURE, hop(SECURE, 302, "Location: https://10.0.0.1/")))),
        fails(
            "another port",
            new Verdict.Fail("https://www.trust.nhs.uk:8443", "on another port"),
            secure(obstructed(SECURE, hop(SECURE, 302, "Location: https://" + HOST + ":8443/")))),
        fails(
            "a password, which is not shown",
            new Verdict.Fail(
                "https://www.trust.nhs.uk",
                SECURE + " leads to https://www.trust.nhs.uk with status 302, with a name or"),
            secure(answered(hop(SECURE, 302, "Location: https://me:secret@" + HOST + "/x"), PAGE))),
        cannotTell("silence", "in time", secure(obstructed(SECURE))),
        doesNotApply("nobody answers", "nobody answers", withoutHttps(nobodyListens(PLAIN))),
        cannotTellWithout(Topic.HTTP));
  }
}
