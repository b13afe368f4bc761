package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SpoiltCertificate.site;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.Extension;
import uk.nhs.estate.observation.TlsFacts;

class RevocationAddressMissingTest extends ChainCheckTest {
  RevocationAddressMissingTest() {
    super(new RevocationAddressMissing());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        fails(
            "neither list nor responder",
            "neither",
            shows(site(HOST).without(Extension.cRLDistributionPoints))),
        passes(
            "a responder",
            shows(
                site(HOST)
                    .without(Extension.cRLDistributionPoints)
                    .access(AccessDescription.id_ad_ocsp, "http://ocsp.ca.test"))),
        passes("seven days", days("2026-11-20T00:00:00Z", 7)),
        fails("a second more", "neither", days("2026-11-20T00:00:01Z", 7, 1)),
        passes("ten days, before March 2026", days("2026-03-14T00:00:00Z", 10)),
        doesNotApply(
            "a private authority",
            "does not say",
            shows(
                site(HOST)
                    .without(Extension.cRLDistributionPoints)
                    .without(Extension.certificatePolicies))),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }

  private static TlsFacts days(String from, int days) {
    return days(from, days, 0);
  }

  private static TlsFacts days(String from, int days, int seconds) {
    var start = Instant.parse(from);
    return shows(
        site(HOST)
            .without(Extension.cRLDistributionPoints)
            .from(start)
            .until(start.plus(Duration.ofDays(days)).plusSeconds(seconds - 1)));
  }
}
