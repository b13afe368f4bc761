package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.http.Asking.COOKIES;
import static uk.nhs.estate.check.http.Asking.allow;
import static uk.nhs.estate.check.http.Asking.asked;
import static uk.nhs.estate.check.http.Asking.origin;
import static uk.nhs.estate.check.http.Asking.preflight;
import static uk.nhs.estate.observation.CrossOrigin.Kind.BEGINS_ALIKE;
import static uk.nhs.estate.observation.CrossOrigin.Kind.ENDS_ALIKE;
import static uk.nhs.estate.observation.CrossOrigin.Kind.STRANGER;
import static uk.nhs.estate.observation.CrossOrigin.Kind.SUBDOMAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.crossOrigin;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.CrossOrigin;

class CorsLetsInLookAlikesTest extends PageCheckTest {

  CorsLetsInLookAlikesTest() {
    super(new CorsLetsInLookAlikes());
  }

  @Override
  protected Stream<Example> ofPage() {
    return Stream.of(
        passes("nobody is let in"),
        passes(
            "everybody is let in",
            crossOrigin(asked(STRANGER, allow("*")), asked(ENDS_ALIKE, allow("*")))),
        passes(
            "with cookies, which is worse",
            crossOrigin(asked(STRANGER), asked(ENDS_ALIKE, allow("<>"), COOKIES))),
        passes(
            "names below its own",
            crossOrigin(asked(STRANGER), asked(SUBDOMAIN, allow("<>")), asked(ENDS_ALIKE))),
        fails(
            "the end",
            new Verdict.Fail("names that end like its own", "eviltrust"),
            crossOrigin(asked(STRANGER), asked(ENDS_ALIKE, allow("<>")))),
        fails(
            "the beginning",
            new Verdict.Fail("names that begin like its own", "uk.invalid"),
            crossOrigin(asked(STRANGER), preflight(BEGINS_ALIKE, 200, allow("<>")))),
        cannotTell("nothing was asked", "nothing was asked", crossOrigin()),
        cannotTell(
            "a script is turned away",
            "403",
            crossOrigin(
                new CrossOrigin(STRANGER, origin(STRANGER), "GET", answered(hop(SECURE, 403))))),
        cannotTell(
            "silence",
            "in time",
            crossOrigin(
                asked(STRANGER),
                new CrossOrigin(STRANGER, origin(STRANGER), "OPTIONS", obstructed(SECURE)))));
  }
}
