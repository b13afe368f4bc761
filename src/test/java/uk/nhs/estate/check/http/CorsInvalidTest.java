package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.http.Asking.COOKIES;
import static uk.nhs.estate.check.http.Asking.allow;
import static uk.nhs.estate.check.http.Asking.asked;
import static uk.nhs.estate.check.http.Asking.preflight;
import static uk.nhs.estate.observation.CrossOrigin.Kind.STRANGER;
import static uk.nhs.estate.sample.SoundSite.crossOrigin;

import java.util.stream.Stream;
import uk.nhs.estate.check.Verdict;

class CorsInvalidTest extends SharingCheckTest {
  private static final String ACAO = "Access-Control-Allow-Origin";
  private static final String ACAC = "Access-Control-Allow-Credentials";

  CorsInvalidTest() {
    super(new CorsInvalid());
  }

  @Override
  protected Stream<Example> ofAnswers() {
    return Stream.of(
        passes("everybody", crossOrigin(asked(STRANGER, allow("*")))),
        passes("frames without an origin", crossOrigin(asked(STRANGER, allow("null")))),
        passes(
            "a named site",
            crossOrigin(asked(STRANGER, allow("https://app.nhs.uk:8443"), COOKIES))),
        passes(
            "a word that says what browsers do anyway",
            crossOrigin(asked(STRANGER, allow("*"), ACAC + ": false"))),
        fails(
            "two sites",
            new Verdict.Fail(ACAO, "one origin only: https://a.test, https://b.test"),
            crossOrigin(asked(STRANGER, allow("https://a.test, https://b.test")))),
        fails(
            "two lines",
            new Verdict.Fail(ACAO, "one origin only"),
            crossOrigin(asked(STRANGER, allow("*"), allow("*")))),
        fails(
            "a pattern",
            new Verdict.Fail(ACAO, "written like this: *.nhs.uk"),
            crossOrigin(preflight(STRANGER, 204, allow("*.nhs.uk")), asked(STRANGER))),
        fails(
            "a path",
            new Verdict.Fail(ACAO, "https://a.test/"),
            crossOrigin(asked(STRANGER, allow("https://a.test/")))),
        fails(
            "everybody with cookies",
            new Verdict.Fail(ACAC, "browsers refuse it"),
            crossOrigin(asked(STRANGER, allow("*"), COOKIES))),
        fails(
            "in capital letters",
            new Verdict.Fail(ACAC, "in lower case: TRUE"),
            crossOrigin(asked(STRANGER, allow("<>"), ACAC + ": TRUE"))));
  }
}
