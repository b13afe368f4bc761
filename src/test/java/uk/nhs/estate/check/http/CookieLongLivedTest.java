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

class CookieLongLivedTest extends CheckTest {
  private static final String SC = "Set-Cookie";

  CookieLongLivedTest() {
    super(new CookieLongLived());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("until the browser is closed"),
        passes("400 days", header(SC, "sid=1; Max-Age=34560000")),
        fails(
            "a second more",
            new Verdict.Fail("sid", "max-age=34560001"),
            header(SC, "sid=1; Max-Age=34560001")),
        fails(
            "longer than any number",
            new Verdict.Fail("sid", "max-age=9"),
            header(SC, "sid=1; Max-Age=" + "9".repeat(40))),
        fails(
            "until a day far away",
            new Verdict.Fail("sid", "expires"),
            header(SC, "sid=1; Expires=Fri, 01 Jan 2038 00:00:00 GMT")),
        passes(
            "Max-Age comes before Expires",
            header(SC, "sid=1; Max-Age=60; Expires=Fri, 01 Jan 2038 00:00:00 GMT")),
        doesNotApply("no session", "no such", header(SC, "lang=en; Max-Age=34560001")),
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
