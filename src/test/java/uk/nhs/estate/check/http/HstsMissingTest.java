package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PAGE;
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
import uk.nhs.estate.observation.Topic;

class HstsMissingTest extends CheckTest {
  private static final String HSTS = "Strict-Transport-Security";

  HstsMissingTest() {
    super(new HstsMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a year"),
        passes("a second", header(HSTS, "max-age=1")),
        passes("the first of two fields counts", header(HSTS, "max-age=60", "nonsense")),
        passes(
            "on the redirect of its own name",
            secure(
                answered(
                    hop(SECURE, 301, "Location: https://x.test/", HSTS + ": max-age=60"),
                    hop("https://x.test/", 200)))),
        passes("on an answer that hides the page", status(403)),
        passes(
            "whatever happens after it",
            secure(obstructed(SECURE, hop(SECURE, 301, HSTS + ": max-age=60")))),
        fails("none", "no " + HSTS, header(HSTS)),
        fails("switched off", "switched off: max-age=0", header(HSTS, "max-age=0")),
        fails("not valid", "not valid: maxage=60", header(HSTS, "maxage=60")),
        fails("the first of two is not valid", "not valid", header(HSTS, "", "max-age=60")),
        fails(
            "only where its redirect leads",
            "no " + HSTS,
            secure(answered(hop(SECURE, 301, "Location: /start"), PAGE))),
        doesNotApply("nobody listens", "HTTPS", withoutHttps(answered(hop(PLAIN, 200)))),
        cannotTell(
            "none on an answer that hides the page",
            "HTTP status 403",
            secure(answered(hop(SECURE, 403)))),
        cannotTell("silence", "in time", secure(obstructed(SECURE))),
        cannotTellWithout(Topic.HTTP));
  }
}
