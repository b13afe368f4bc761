package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.ROBOTS;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.header;
import static uk.nhs.estate.sample.SoundSite.robots;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.status;
import static uk.nhs.estate.sample.SoundSite.withoutHttps;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Topic;

class CookieCacheableTest extends CheckTest {

  CookieCacheableTest() {
    super(new CookieCacheable());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("nothing said of caches"),
        passes("no-store", cached("no-store")),
        passes("private, whatever else", cached("public, private=\"set-cookie\", s-maxage=60")),
        passes("for no time", cached("public, max-age=0")),
        fails("public", new Verdict.Fail("__Host-session", "…"), cached("public")),
        fails("for a time", new Verdict.Fail("__Host-session", "…"), cached("max-age=60")),
        fails(
            "for a time in shared caches only",
            new Verdict.Fail("__Host-session", "…"),
            cached("max-age=0, s-maxage=1")),
        passes("not for shared caches", cached("max-age=60, s-maxage=0")),
        fails(
            "on another answer",
            new Verdict.Fail("csrftoken", "csrftoken=…"),
            robots(
                answered(
                    hop(ROBOTS, 200, "Cache-Control: public", "Set-Cookie: csrftoken=secret")))),
        doesNotApply("no session", "no such", header("Set-Cookie", "lang=en")),
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

  private static HttpFacts cached(String value) {
    return header("Cache-Control", value);
  }
}
