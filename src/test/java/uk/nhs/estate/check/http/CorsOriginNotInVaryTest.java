package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.http.Asking.allow;
import static uk.nhs.estate.check.http.Asking.asked;
import static uk.nhs.estate.check.http.Asking.origin;
import static uk.nhs.estate.check.http.Asking.preflight;
import static uk.nhs.estate.observation.CrossOrigin.Kind.OPAQUE;
import static uk.nhs.estate.observation.CrossOrigin.Kind.STRANGER;
import static uk.nhs.estate.observation.CrossOrigin.Kind.SUBDOMAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.crossOrigin;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.observation.CrossOrigin;

class CorsOriginNotInVaryTest extends PageCheckTest {

  CorsOriginNotInVaryTest() {
    super(new CorsOriginNotInVary());
  }

  @Override
  protected Stream<Example> ofPage() {
    return Stream.of(
        passes("nobody is let in"),
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
            crossOrigin(asked(STRANGER), asked(SUBDOMAIN, allow("<>")))),
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
