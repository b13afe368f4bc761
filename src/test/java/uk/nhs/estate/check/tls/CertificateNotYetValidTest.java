package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.SEEN;
import static uk.nhs.estate.sample.SoundSite.tls;
import static uk.nhs.estate.sample.SpoiltCertificate.site;

import java.util.stream.Stream;

class CertificateNotYetValidTest extends ChainCheckTest {
  CertificateNotYetValidTest() {
    super(new CertificateNotYetValid());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("its first second", tls(order -> order.from(SEEN))),
        fails(
            "the second before",
            "valid from 2026-11-24T09:00:01Z",
            tls(order -> order.from(SEEN.plusSeconds(1)))),
        fails(
            "one of two chains at one of two addresses",
            "[2001:db8::80]:443: in TLS 1.3,",
            showsBeside(site(HOST).from(SEEN.plusSeconds(1)).signed())),
        passes("expired", tls(order -> order.until(SEEN.minusSeconds(1)))),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }
}
