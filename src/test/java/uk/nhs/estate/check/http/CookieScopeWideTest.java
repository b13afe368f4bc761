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

class CookieScopeWideTest extends CheckTest {
  private static final String SC = "Set-Cookie";

  CookieScopeWideTest() {
    super(new CookieScopeWide());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("for the host alone"),
        fails(
            "for the registered domain",
            new Verdict.Fail("sid", "sid=…; domain=.trust.nhs.uk"),
            header(SC, "sid=1; Domain=.trust.nhs.uk")),
        passes("for the host and what is below", header(SC, "sid=1; Domain=www.trust.nhs.uk")),
        doesNotApply("no session", "no such", header(SC, "lang=en; Domain=trust.nhs.uk")),
        doesNotApply(
            "for a public suffix, which browsers refuse",
            "no such",
            header(SC, "sid=1; Domain=nhs.uk")),
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
