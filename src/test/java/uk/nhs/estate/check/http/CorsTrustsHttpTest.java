package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.http.Asking.COOKIES;
import static uk.nhs.estate.check.http.Asking.allow;
import static uk.nhs.estate.check.http.Asking.asked;
import static uk.nhs.estate.check.http.Asking.origin;
import static uk.nhs.estate.check.http.Asking.preflight;
import static uk.nhs.estate.observation.CrossOrigin.Kind.STRANGER;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.crossOrigin;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.CrossOrigin;

class CorsTrustsHttpTest extends PageCheckTest {

  CorsTrustsHttpTest() {
    super(new CorsTrustsHttp());
  }

  @Override
  protected Stream<Example> ofPage() {
    return Stream.of(
        passes("nobody is let in"),
        passes("without cookies", crossOrigin(asked(STRANGER, allow("http://app.nhs.uk")))),
        passes("over https", crossOrigin(asked(STRANGER, allow("https://app.nhs.uk"), COOKIES))),
        passes(
            "what browsers refuse anyway",
            crossOrigin(asked(STRANGER, allow("http://*.nhs.uk"), COOKIES))),
        fails(
            "over http",
            new Verdict.Fail("http://app.nhs.uk", "Allow-Origin: http://app.nhs.uk"),
            crossOrigin(
                asked(STRANGER, allow("http://app.nhs.uk"), COOKIES),
                preflight(STRANGER, 204, allow("http://app.nhs.uk"), COOKIES))),
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
