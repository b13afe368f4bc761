package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SpoiltCertificate.site;

import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;

class LeafIsAuthorityTest extends ChainCheckTest {
  LeafIsAuthorityTest() {
    super(new LeafIsAuthority());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        passes("no constraints", shows(site(HOST).without(Extension.basicConstraints))),
        fails(
            "it may issue others",
            "it is a CA",
            shows(site(HOST).with(Extension.basicConstraints, true, new BasicConstraints(true)))),
        doesNotApply(
            "self-signed",
            "self-signed",
            shows(
                site(HOST)
                    .with(Extension.basicConstraints, true, new BasicConstraints(true))
                    .signedByItself())),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }
}
