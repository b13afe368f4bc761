package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.SEEN;
import static uk.nhs.estate.sample.SpoiltCertificate.site;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Extension;
import uk.nhs.estate.observation.TlsFacts;

class CertificateLifetimeLongTest extends ChainCheckTest {
  CertificateLifetimeLongTest() {
    super(new CertificateLifetimeLong());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("398 days before March 2026", life("2026-03-14T23:59:59Z", 398)),
        fails(
            "a second more",
            "valid for 399 days, where 398 are allowed of those issued since 2020-09-01",
            life("2026-03-14T23:59:59Z", 398, 1)),
        passes("200 days from March 2026", life("2026-03-15T00:00:00Z", 200)),
        fails(
            "201 days",
            "valid for 201 days, where 200 are allowed of those issued since 2026-03-15",
            life("2026-03-15T00:00:00Z", 201)),
        passes("100 days from March 2027", life("2027-03-15T00:00:00Z", 100)),
        fails("101 days", "where 100 are allowed", life("2027-03-15T00:00:00Z", 101)),
        passes("47 days from March 2029", life("2029-03-15T00:00:00Z", 47)),
        fails("48 days", "where 47 are allowed", life("2029-03-15T00:00:00Z", 48)),
        passes("before there was a limit of 398 days", life("2020-08-31T23:59:59Z", 825)),
        doesNotApply(
            "a private authority",
            "does not say",
            shows(
                site(HOST)
                    .until(SEEN.plus(Duration.ofDays(3650)))
                    .without(Extension.certificatePolicies))),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }

  private static TlsFacts life(String from, int days) {
    return life(from, days, 0);
  }

  /// The last second counts.
  private static TlsFacts life(String from, int days, int seconds) {
    var start = Instant.parse(from);
    return shows(
        site(HOST).from(start).until(start.plus(Duration.ofDays(days)).plusSeconds(seconds - 1)));
  }
}
