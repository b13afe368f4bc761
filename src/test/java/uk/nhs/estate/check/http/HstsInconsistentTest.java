package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.header;
import static uk.nhs.estate.sample.SoundSite.plain;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.Topic;

class HstsInconsistentTest extends CheckTest {
  private static final String HSTS = "Strict-Transport-Security";

  HstsInconsistentTest() {
    super(new HstsInconsistent());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("the same everywhere"),
        passes(
            "the same, written otherwise",
            secure(
                answered(
                    hop(SECURE, 302, "Location: /x", HSTS + ": INCLUDESUBDOMAINS;max-age=31536000"),
                    PAGE))),
        fails(
            "none on a page further on",
            "/x sends none",
            secure(
                answered(
                    hop(SECURE, 302, "Location: /x", HSTS + ": max-age=60"),
                    hop(SECURE + "x", 200)))),
        fails(
            "taken back further on",
            "/x sends another: max-age=0",
            secure(
                answered(
                    hop(SECURE, 302, "Location: /x", HSTS + ": max-age=60"),
                    hop(SECURE + "x", 200, HSTS + ": max-age=0")))),
        fails(
            "not valid further on",
            "/x sends one that is not valid: 60",
            secure(
                answered(
                    hop(SECURE, 302, "Location: /x", HSTS + ": max-age=60"),
                    hop(SECURE + "x", 200, HSTS + ": 60")))),
        fails(
            "on the way from http",
            "/from-http sends none",
            plain(
                answered(
                    hop(PLAIN, 301, "Location: " + SECURE + "from-http"),
                    hop(SECURE + "from-http", 200)))),
        fails(
            "two fields",
            "sends several: max-age=60 | max-age=60",
            header(HSTS, "max-age=60", "max-age=60")),
        passes(
            "another host may differ",
            secure(
                answered(
                    hop(
                        SECURE,
                        302,
                        "Location: https://x.test/",
                        HSTS + ": max-age=31536000;includesubdomains"),
                    hop("https://x.test/", 200)))),
        passes(
            "an answer that may be a guard's tells nothing",
            secure(
                answered(
                    hop(SECURE, 302, "Location: /x", HSTS + ": max-age=31536000;includesubdomains"),
                    hop(SECURE + "x", 403)))),
        doesNotApply("no HSTS", "does not send HSTS", header(HSTS)),
        doesNotApply("switched off", "does not send HSTS", header(HSTS, "max-age=0")),
        cannotTell(
            "none on an answer that hides the page", "403", secure(answered(hop(SECURE, 403)))),
        cannotTell(
            "silence further on",
            "in time",
            secure(
                obstructed(
                    SECURE,
                    hop(
                        SECURE,
                        302,
                        "Location: /x",
                        HSTS + ": max-age=31536000;includesubdomains")))),
        cannotTell("silence", "in time", secure(obstructed(SECURE))),
        cannotTellWithout(Topic.HTTP));
  }
}
