package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.ROBOTS;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.header;
import static uk.nhs.estate.sample.SoundSite.robots;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.status;
import static uk.nhs.estate.sample.SoundSite.withoutHttps;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.endless;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Topic;

class CookieNotSecureTest extends CheckTest {
  private static final String SC = "Set-Cookie";

  CookieNotSecureTest() {
    super(new CookieNotSecure());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("Secure"),
        passes("a word beside it changes nothing", header(SC, "a=1; secure=no")),
        fails("not Secure", new Verdict.Fail("a", "a=…; path=/"), header(SC, "a=secret; Path=/")),
        fails(
            "one of several",
            new Verdict.Fail("b", "b=…"),
            header(SC, "a=1; Secure", "b=2; HttpOnly")),
        fails(
            "a cookie without a name",
            new Verdict.Fail("a cookie without a name", "=…"),
            header(SC, "x")),
        fails(
            "a name that is made up at every start",
            new Verdict.Fail("ASPSESSIONID…", "ASPSESSIONIDQCDBRTAB"),
            header(SC, "ASPSESSIONIDQCDBRTAB=X; path=/")),
        fails(
            "on the way to the page",
            new Verdict.Fail("a", "a=…"),
            secure(answered(hop(SECURE, 302, "Location: /x", SC + ": a=1"), PAGE))),
        passes(
            "on the way, by another host",
            secure(
                answered(
                    hop(SECURE, 302, "Location: https://login.test/"),
                    hop("https://login.test/", 302, SC + ": a=1"),
                    PAGE))),
        fails(
            "before it leads to a sign-in elsewhere",
            new Verdict.Fail("a", "a=…"),
            secure(
                answered(
                    hop(SECURE, 302, "Location: https://x.test/", SC + ": a=1"),
                    hop("https://x.test/", 200)))),
        fails(
            "on robots.txt",
            new Verdict.Fail("r", "r=…"),
            robots(answered(hop(ROBOTS, 404, SC + ": r=1")))),
        doesNotApply("no cookie", "no such cookie", header(SC)),
        doesNotApply(
            "one for another domain, which browsers refuse",
            "no such",
            header(SC, "a=1; Domain=x.test")),
        doesNotApply("one that is taken away", "no such", header(SC, "a=; Max-Age=0")),
        doesNotApply(
            "one that browsers refuse for its prefix", "no such", header(SC, "__Host-a=1; Path=/")),
        doesNotApply(
            "it only redirects",
            "it only redirects, to x.test",
            secure(
                answered(
                    hop(SECURE, 301, "Location: https://x.test/"), hop("https://x.test/", 200)))),
        doesNotApply(
            "it sends visitors back to http",
            "back to http",
            secure(answered(hop(SECURE, 301, "Location: " + PLAIN), hop(PLAIN, 200)))),
        doesNotApply("redirects without end", "never end", secure(endless(hop(SECURE, 301)))),
        doesNotApply("nobody listens", "HTTPS", withoutHttps(answered(hop(PLAIN, 200)))),
        cannotTell("robots are turned away", "403", status(403)),
        cannotTell("too many requests", "429", status(429)),
        cannotTell("a failure", "500", status(500)),
        cannotTell("silence", "in time", secure(obstructed(SECURE))),
        cannotTellWithout(Topic.HTTP));
  }
}
