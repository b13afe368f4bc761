package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.SEEN;
import static uk.nhs.estate.sample.SoundSite.tls;
import static uk.nhs.estate.sample.SpoiltCertificate.site;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsFacts;

class CertificateExpiredTest extends ChainCheckTest {
  CertificateExpiredTest() {
    super(new CertificateExpired());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("its last second", tls(order -> order.until(SEEN))),
        passes(
            "its last second is a whole one",
            tls(order -> order.until(SEEN)).seenAt(SEEN.plusMillis(999))),
        fails(
            "the second after, at both addresses",
            "192.0.2.80:443, [2001:db8::80]:443: in TLS 1.2 and TLS 1.3, “CN=www.trust.nhs.uk”"
                + " (serial number",
            tls(order -> order.until(SEEN.minusSeconds(1)))),
        fails(
            "the second after, as it was kept before all addresses were looked at",
            "192.0.2.80:443: in TLS 1.3, “CN=www.trust.nhs.uk” (serial number",
            old(tls(order -> order.until(SEEN.minusSeconds(1))))),
        fails(
            "it says until when",
            ": valid until 2026-11-24T08:59:59Z",
            tls(order -> order.until(SEEN.minusSeconds(1)))),
        fails(
            "one of two chains at one of two addresses",
            "[2001:db8::80]:443: in TLS 1.3,",
            showsBeside(site(HOST).until(SEEN.minusSeconds(1)).signed())),
        passes(
            "the default certificate is not the site's",
            showsToNobody(site("other.test").until(SEEN.minusSeconds(1)).signed())),
        passes("not valid yet", tls(order -> order.from(SEEN.plusSeconds(1)))),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()),
        cannotTell(
            "no certificate was shown",
            "showed no certificate",
            tls(
                new TlsFacts.Completed(
                    "TLSv1.2", "TLS_DH_anon_WITH_AES_128_CBC_SHA", null, List.of()))));
  }
}
