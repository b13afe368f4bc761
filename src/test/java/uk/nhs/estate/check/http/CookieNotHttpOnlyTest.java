package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.header;
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

class CookieNotHttpOnlyTest extends CheckTest {
  private static final String SC = "Set-Cookie";

  CookieNotHttpOnlyTest() {
    super(new CookieNotHttpOnly());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("HttpOnly"),
        fails(
            "PHP", new Verdict.Fail("PHPSESSID", "PHPSESSID=…"), header(SC, "PHPSESSID=1; Secure")),
        fails(
            "Java",
            new Verdict.Fail("JSESSIONID", "JSESSIONID=…"),
            header(SC, "JSESSIONID=1; Path=/; Secure")),
        fails("Express", new Verdict.Fail("connect.sid", "…"), header(SC, "connect.sid=1")),
        fails(
            "ASP.NET",
            new Verdict.Fail("ASP.NET_SessionId", "…"),
            header(SC, "ASP.NET_SessionId=1")),
        fails("ASP.NET sign-in", new Verdict.Fail(".ASPXAUTH", "…"), header(SC, ".ASPXAUTH=1")),
        fails("Laravel", new Verdict.Fail("laravel_session", "…"), header(SC, "laravel_session=1")),
        fails(
            "Drupal",
            new Verdict.Fail("SSESS" + "0f".repeat(16), "…"),
            header(SC, "SSESS" + "0f".repeat(16) + "=1; Secure")),
        doesNotApply("analytics", "no such", header(SC, "_ga=GA1.1.1; Path=/")),
        doesNotApply("a token for scripts", "no such", header(SC, "session-csrf=1")),
        doesNotApply("a load balancer", "no such", header(SC, "heroku-session-affinity=1")),
        doesNotApply(
            "a word that only contains one", "no such", header(SC, "blogin=1", "obsession=1")),
        doesNotApply("no cookie", "no such cookie", header(SC)),
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
