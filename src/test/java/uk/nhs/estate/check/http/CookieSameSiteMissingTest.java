package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.header;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.status;
import static uk.nhs.estate.sample.SoundSite.withoutHttps;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Topic;

class CookieSameSiteMissingTest extends CheckTest {
  private static final String SC = "Set-Cookie";

  CookieSameSiteMissingTest() {
    super(new CookieSameSiteMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("Lax"),
        passes("Strict", header(SC, "sid=1; samesite=STRICT")),
        passes("None, with Secure", header(SC, "sid=1; SameSite=None; Secure")),
        fails("nothing", new Verdict.Fail("sid", "sid=…; secure"), header(SC, "sid=1; Secure")),
        fails(
            "what browsers do not know",
            new Verdict.Fail("sid", "samesite=yes"),
            header(SC, "sid=1; SameSite=yes")),
        passes(
            "what browsers do not know after what they know",
            header(SC, "sid=1; SameSite=Lax; SameSite=yes")),
        doesNotApply("no session", "no such", header(SC, "lang=en")),
        doesNotApply(
            "it only redirects",
            "it only redirects, to x.test",
            secure(
                answered(
                    hop(SECURE, 301, "Location: https://x.test/"), hop("https://x.test/", 200)))),
        doesNotApply("nobody listens", "HTTPS", withoutHttps(answered(hop(PLAIN, 200)))),
        cannotTell("robots are turned away", "403", status(403)),
        cannotTell("silence", "in time", secure(obstructed(SECURE))),
        cannotTellWithout(Topic.HTTP));
  }
}
