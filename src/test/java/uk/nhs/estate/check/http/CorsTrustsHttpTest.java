package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.http.Asking.COOKIES;
import static uk.nhs.estate.check.http.Asking.allow;
import static uk.nhs.estate.check.http.Asking.asked;
import static uk.nhs.estate.check.http.Asking.preflight;
import static uk.nhs.estate.observation.CrossOrigin.Kind.STRANGER;
import static uk.nhs.estate.sample.SoundSite.crossOrigin;

import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;

class CorsTrustsHttpTest extends SharingCheckTest {

  CorsTrustsHttpTest() {
    super(new CorsTrustsHttp());
  }

  @Override
  protected Stream<Example> ofAnswers() {
    return Stream.of(
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
                preflight(STRANGER, 204, allow("http://app.nhs.uk"), COOKIES))));
  }
}
