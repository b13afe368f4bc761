package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.http.Asking.allow;
import static uk.nhs.estate.check.http.Asking.asked;
import static uk.nhs.estate.check.http.Asking.preflight;
import static uk.nhs.estate.observation.CrossOrigin.Kind.OPAQUE;
import static uk.nhs.estate.observation.CrossOrigin.Kind.STRANGER;
import static uk.nhs.estate.observation.CrossOrigin.Kind.SUBDOMAIN;
import static uk.nhs.estate.sample.SoundSite.crossOrigin;

import java.util.stream.Stream;

class CorsOriginNotInVaryTest extends SharingCheckTest {

  CorsOriginNotInVaryTest() {
    super(new CorsOriginNotInVary());
  }

  @Override
  protected Stream<Example> ofAnswers() {
    return Stream.of(
        passes("everybody", crossOrigin(asked(STRANGER, allow("*")))),
        passes("the same site for all", crossOrigin(asked(STRANGER, allow("https://app.nhs.uk")))),
        passes(
            "caches are told",
            crossOrigin(asked(STRANGER, allow("<>"), "Vary: Accept-Encoding, ORIGIN"))),
        passes("nothing is kept", crossOrigin(asked(STRANGER, allow("<>"), "Vary: *"))),
        passes(
            "caches keep nothing",
            crossOrigin(asked(STRANGER, allow("<>"), "Cache-Control: private, no-store"))),
        passes("null for all", crossOrigin(asked(STRANGER), asked(OPAQUE, allow("null")))),
        passes("a preflight", crossOrigin(asked(STRANGER), preflight(STRANGER, 204, allow("<>")))),
        fails(
            "whoever asks",
            "https://cross-origin.invalid",
            crossOrigin(asked(STRANGER, allow("<>"), "Vary: Accept-Encoding"))),
        fails(
            "names below its own",
            "https://cross-origin.trust.nhs.uk",
            crossOrigin(asked(STRANGER), asked(SUBDOMAIN, allow("<>")))));
  }
}
