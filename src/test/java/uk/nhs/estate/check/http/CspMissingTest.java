package uk.nhs.estate.check.http;

import static uk.nhs.estate.sample.SoundSite.PAGE;
import static uk.nhs.estate.sample.SoundSite.PLAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.header;
import static uk.nhs.estate.sample.SoundSite.http;
import static uk.nhs.estate.sample.SoundSite.secure;
import static uk.nhs.estate.sample.SoundSite.status;
import static uk.nhs.estate.sample.SoundSite.withoutHttps;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.endless;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;
import static uk.nhs.estate.sample.Visits.with;

import java.util.stream.Stream;
import uk.nhs.estate.check.CheckTest;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Topic;

class CspMissingTest extends CheckTest {
  private static final String CSP = "Content-Security-Policy";

  CspMissingTest() {
    super(new CspMissing());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("a policy"),
        passes("a page that is not found has a policy too", status(404)),
        passes(
            "one in the markup alone",
            markup("<head><meta http-equiv='" + CSP + "' content='img-src *'>")),
        fails(
            "one in the markup that browsers pass over",
            "no Content-Security-Policy",
            markup("<body><meta http-equiv='" + CSP + "' content='img-src *'>")),
        fails("none", "no Content-Security-Policy", header(CSP)),
        fails("one without directives", "no Content-Security-Policy", header(CSP, " ; , ;")),
        fails(
            "one that only reports",
            "reports and enforces nothing",
            http(page -> with(with(page, CSP), CSP + "-Report-Only", "default-src 'self'"))),
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

  private static HttpFacts markup(String text) {
    return secure(answered(text, with(PAGE, CSP)));
  }
}
