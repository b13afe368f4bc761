package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SampleKeys.rsa;
import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundSite.tls;
import static uk.nhs.estate.sample.SoundTls.IPV4;
import static uk.nhs.estate.sample.SoundTls.IPV6;
import static uk.nhs.estate.sample.SoundTls.met;
import static uk.nhs.estate.sample.SpoiltCertificate.site;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.sample.SoundTls;

class CertificatesDifferTest extends ChainCheckTest {
  CertificatesDifferTest() {
    super(new CertificatesDiffer());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        fails(
            "one address shows another one",
            "192.0.2.80:443: “CN=www.trust.nhs.uk”",
            SoundTls.facts(met(IPV4, its -> its), one(IPV6, site(HOST).signed()))),
        passes(
            "one address has a second one with another kind of key",
            showsBeside(site(HOST).key(rsa(2048, 65537)).signed())),
        doesNotApply("one address", "one address", SoundTls.facts(its -> its)),
        doesNotApply("as it was kept before", "one address", old(tls())));
  }

  private static TlsFacts.Met one(uk.nhs.estate.observation.Endpoint at, X509Certificate leaf) {
    var shown = SoundTls.shown(null, List.of(leaf));
    return new TlsFacts.Met(
        at,
        new TlsFacts.Completed("TLSv1.2", "S", null, shown.chain()),
        SoundTls.posture(shown.chain()));
  }
}
