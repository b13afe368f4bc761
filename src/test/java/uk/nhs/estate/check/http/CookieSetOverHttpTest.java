package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.plain;
import static uk.nhs.estate.sample.SoundSite.withoutHttps;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.nobodyListens;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.Topic;

class CookieSetOverHttpTest extends CheckTest {

  CookieSetOverHttpTest() {
    super(new CookieSetOverHttp());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("none"),
        fails(
            "a session",
            new Verdict.Fail("PHPSESSID", "PHPSESSID=…; path=/"),
            plain(answered(redirect("PHPSESSID=secret; Path=/"), PAGE))),
        fails(
            "a token of a form",
            new Verdict.Fail("csrftoken", "csrftoken=…"),
            plain(answered(redirect("csrftoken=secret"), PAGE))),
        fails(
            "a session of a site without https",
            new Verdict.Fail("sid", "sid=…"),
            withoutHttps(answered(hop(PLAIN, 200, "Set-Cookie: sid=1")))),
        passes("one of a load balancer", plain(answered(redirect("ARRAffinity=1"), PAGE))),
        passes("one that browsers refuse", plain(answered(redirect("sid=1; Secure"), PAGE))),
        passes("one that is taken away", plain(answered(redirect("sid=; Max-Age=0"), PAGE))),
        passes(
            "one over https on the way",
            plain(answered(redirect("a=1"), hop(SECURE, 200, "Set-Cookie: sid=1")))),
        doesNotApply("nobody on http", "over http", plain(nobodyListens(PLAIN))),
        cannotTell(
            "robots are turned away", "403", plain(answered(hop(PLAIN, 403, "Set-Cookie: sid=1")))),
        cannotTell("http is silent", "in time", plain(obstructed(PLAIN))),
        cannotTellWithout(Topic.HTTP));
  }

  private static Hop redirect(String cookie) {
    return hop(PLAIN, 301, "Location: " + SECURE, "Set-Cookie: " + cookie);
  }
}
