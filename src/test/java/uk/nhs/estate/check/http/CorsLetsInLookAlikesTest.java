package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.http.Asking.COOKIES;
import static uk.nhs.estate.check.http.Asking.allow;
import static uk.nhs.estate.check.http.Asking.asked;
import static uk.nhs.estate.check.http.Asking.preflight;
import static uk.nhs.estate.observation.CrossOrigin.Kind.BEGINS_ALIKE;
import static uk.nhs.estate.observation.CrossOrigin.Kind.ENDS_ALIKE;
import static uk.nhs.estate.observation.CrossOrigin.Kind.STRANGER;
import static uk.nhs.estate.observation.CrossOrigin.Kind.SUBDOMAIN;
import static uk.nhs.estate.sample.SoundSite.crossOrigin;

import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;

class CorsLetsInLookAlikesTest extends SharingCheckTest {

  CorsLetsInLookAlikesTest() {
    super(new CorsLetsInLookAlikes());
  }

  @Override
  protected Stream<Example> ofAnswers() {
    return Stream.of(
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
            crossOrigin(asked(STRANGER), preflight(BEGINS_ALIKE, 200, allow("<>")))));
  }
}
