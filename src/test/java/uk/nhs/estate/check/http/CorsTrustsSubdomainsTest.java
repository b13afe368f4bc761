package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.http.Asking.COOKIES;
import static uk.nhs.estate.check.http.Asking.allow;
import static uk.nhs.estate.check.http.Asking.asked;
import static uk.nhs.estate.observation.CrossOrigin.Kind.STRANGER;
import static uk.nhs.estate.observation.CrossOrigin.Kind.SUBDOMAIN;
import static uk.nhs.estate.sample.SoundSite.crossOrigin;

import java.util.stream.Stream;

class CorsTrustsSubdomainsTest extends SharingCheckTest {

  CorsTrustsSubdomainsTest() {
    super(new CorsTrustsSubdomains());
  }

  @Override
  protected Stream<Example> ofAnswers() {
    return Stream.of(
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
            crossOrigin(asked(STRANGER), asked(SUBDOMAIN, allow("<>"), COOKIES))));
  }
}
