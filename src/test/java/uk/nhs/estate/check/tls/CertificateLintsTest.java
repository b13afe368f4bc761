package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.ANCHORS;
import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.SEEN;
import static uk.nhs.estate.sample.SoundSite.tls;
import static uk.nhs.estate.sample.SpoiltCertificate.site;

import java.time.Instant;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.Extension;
import uk.nhs.estate.observation.certificate.Anchors;
import uk.nhs.estate.practice.CertificateOrder;

class CertificateLintsTest extends ChainCheckTest {
  CertificateLintsTest() {
    super(new CertificateLints(Anchors.ofPlatform(ANCHORS)));
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        fails(
            "a serial number that is too short to be random",
            "its serial number is too short to be random",
            shows(site(HOST).serial("7fffffffffff"))),
        passes("one of 48 bits", shows(site(HOST).serial("800000000000"))),
        fails(
            "an organisational unit",
            "organisational unit",
            shows(site(HOST).subject("CN=" + HOST + ",OU=Web"))),
        passes(
            "one that was issued when they were allowed",
            shows(
                site(HOST)
                    .subject("CN=" + HOST + ",OU=Web")
                    .from(Instant.parse("2022-08-31T23:59:59Z")))),
        fails(
            "what is seen on the way to the root",
            "“CN=www.trust.nhs.uk” (SHA-256",
            tls(_ -> CertificateOrder.of(SEEN, HOST, "*.uk"))),
        doesNotApply(
            "a private authority",
            "does not say",
            shows(site(HOST).serial("7f").without(Extension.certificatePolicies))),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }
}
