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
import uk.nhs.estate.observation.Topic;

class ReferrerPolicyMissingOrUnsafeTest extends CheckTest {
  private static final String RP = "Referrer-Policy";

  ReferrerPolicyMissingOrUnsafeTest() {
    super(new ReferrerPolicyMissingOrUnsafe());
  }

  @Override
  protected Stream<Example> examples() {
    return Stream.of(
        passes("the default of today's browsers"),
        passes("nothing", header(RP, "NO-REFERRER")),
        passes("the last one that browsers know", header(RP, "unsafe-url", "no-referrer, bogus")),
        passes("the origin alone", header(RP, "origin")),
        fails("none", "no " + RP, header(RP)),
        fails("unsafe-url", "unsafe-url", header(RP, "unsafe-url")),
        fails(
            "the old default",
            "no-referrer-when-downgrade",
            header(RP, "no-referrer, no-referrer-when-downgrade")),
        fails("not valid", "not valid: never", header(RP, "never")),
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
