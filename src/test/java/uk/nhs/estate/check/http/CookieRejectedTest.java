package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.ROBOTS;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.header;
import static uk.nhs.estate.sample.SoundSite.plain;
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
import uk.nhs.estate.observation.Topic;

class CookieRejectedTest extends CheckTest {
  private static final String SC = "Set-Cookie";

  CookieRejectedTest() {
    super(new CookieRejected());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a cookie that is kept"),
        passes("no cookie", header(SC)),
        passes("one that is taken away", header(SC, "a=; Domain=x.test; Max-Age=0")),
        fails(
            "for another domain",
            new Verdict.Fail(
                "a", "its Domain is neither the host nor a name above it: a=…; domain=x"),
            header(SC, "a=secret; Domain=x.test")),
        fails(
            "for a public suffix",
            new Verdict.Fail("a", "suffix under which others"),
            header(SC, "a=1; Domain=nhs.uk")),
        fails(
            "a broken prefix",
            new Verdict.Fail("__Host-a", "promise of its prefix"),
            header(SC, "__Host-a=1; Path=/")),
        fails(
            "SameSite=None without Secure",
            new Verdict.Fail("a", "SameSite=None needs Secure"),
            header(SC, "a=1; SameSite=None")),
        fails(
            "Partitioned without Secure",
            new Verdict.Fail("a", "Partitioned needs Secure"),
            header(SC, "a=1; Partitioned")),
        fails(
            "too long, without its value",
            new Verdict.Fail("a", "more than 4096 octets"),
            header(SC, "a=" + "x".repeat(4096))),
        fails(
            "a control character",
            new Verdict.Fail("a cookie that cannot be read", "control character"),
            header(SC, "a\u0001=1")),
        fails(
            "nothing at all",
            new Verdict.Fail("a cookie that cannot be read", "neither"),
            header(SC, "")),
        fails(
            "without a name",
            new Verdict.Fail("a cookie without a name", "looks like a name with a prefix"),
            header(SC, "__Secure-a; Secure")),
        fails(
            "on robots.txt",
            new Verdict.Fail("r", "its Domain"),
            robots(answered(hop(ROBOTS, 200, SC + ": r=1; Domain=x.test")))),
        fails(
            "Secure over http, and never again",
            new Verdict.Fail("a", "it is Secure and was set over http"),
            plain(answered(hop(PLAIN, 301, "Location: " + SECURE, SC + ": a=1; Secure"), PAGE))),
        passes(
            "Secure over http, and again over https",
            plain(
                answered(
                    hop(
                        PLAIN,
                        301,
                        "Location: " + SECURE,
                        SC + ": __Host-session=1; Path=/; Secure"),
                    PAGE))),
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
