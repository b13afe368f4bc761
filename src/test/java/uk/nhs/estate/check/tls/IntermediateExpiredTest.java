package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.SEEN;
import static uk.nhs.estate.sample.SpoiltCertificate.authority;
import static uk.nhs.estate.sample.SpoiltCertificate.site;

import java.util.stream.Stream;

class IntermediateExpiredTest extends ChainCheckTest {
  IntermediateExpiredTest() {
    super(new IntermediateExpired());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("its last second", below(authority().until(SEEN))),
        fails(
            "the second after",
            "CN=Sample Issuing CA, O=NHS web estate practice, C=GB” (SHA-256 ",
            below(authority().until(SEEN.minusSeconds(1)))),
        fails(
            "it says since when",
            "expired on 2026-11-24T08:59:59Z",
            below(authority().until(SEEN.minusSeconds(1)))),
        passes("the site's own", shows(site(HOST).until(SEEN.minusSeconds(1)))),
        passes(
            "one that does not belong",
            shows(
                site(HOST).signed(),
                authority().signed(),
                authority().subject("CN=Other").until(SEEN.minusSeconds(1)).signed())),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }
}
