package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.http.Asking.COOKIES;
import static uk.nhs.estate.check.http.Asking.allow;
import static uk.nhs.estate.check.http.Asking.asked;
import static uk.nhs.estate.check.http.Asking.origin;
import static uk.nhs.estate.observation.CrossOrigin.Kind.STRANGER;
import static uk.nhs.estate.observation.CrossOrigin.Kind.SUBDOMAIN;
import static uk.nhs.estate.sample.SoundSite.SECURE;
import static uk.nhs.estate.sample.SoundSite.crossOrigin;
import static uk.nhs.estate.sample.Visits.answered;
import static uk.nhs.estate.sample.Visits.hop;
import static uk.nhs.estate.sample.Visits.obstructed;

import java.util.stream.Stream;
import uk.nhs.estate.observation.CrossOrigin;

class CorsTrustsSubdomainsTest extends PageCheckTest {

  CorsTrustsSubdomainsTest() {
    super(new CorsTrustsSubdomains());
  }

  @Override
  protected Stream<Example> ofPage() {
    return Stream.of(
        passes("nobody is let in"),
        passes("without cookies", crossOrigin(asked(STRANGER), asked(SUBDOMAIN, allow("<>")))),
        passes(
            "everybody is let in, which is worse",
            crossOrigin(
                asked(STRANGER, allow("<>"), COOKIES), asked(SUBDOMAIN, allow("<>"), COOKIES))),
        passes(
            "another name below the domain",
            crossOrigin(
                asked(STRANGER), asked(SUBDOMAIN, allow("https://app.trust.nhs.uk"), COOKIES))),
        fails(
            "any name below the domain",
            "https://cross-origin.trust.nhs.uk",
            crossOrigin(asked(STRANGER), asked(SUBDOMAIN, allow("<>"), COOKIES))),
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
