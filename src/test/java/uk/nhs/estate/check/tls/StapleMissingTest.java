package uk.nhs.estate.check.tls;

import static uk.nhs.estate.sample.SoundSite.HOST;
import static uk.nhs.estate.sample.SoundTls.IPV4;
import static uk.nhs.estate.sample.SpoiltCertificate.site;

import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.sample.SoundTls;
import uk.nhs.estate.sample.SpoiltCertificate;

class StapleMissingTest extends ChainCheckTest {
  StapleMissingTest() {
    super(new StapleMissing());
  }

  @Override
  Stream<Example> own() {
    return Stream.of(
        fails("demanded, and not sent", "none came with it", shows(demanding())),
        passes("demanded, and sent", stapled(demanding())),
        cannotTell("demanded, and not asked for", "nobody asked", old(shows(demanding()))),
        passes(
            "another feature is demanded",
            shows(
                site(HOST)
                    .with(SpoiltCertificate.FEATURE, false, new DERSequence(new ASN1Integer(17))))),
        cannotTell("the certificate cannot be read", "cannot be read", unreadable()));
  }

  private static SpoiltCertificate demanding() {
    return site(HOST).with(SpoiltCertificate.FEATURE, false, new DERSequence(new ASN1Integer(5)));
  }

  private static TlsFacts stapled(SpoiltCertificate spoilt) {
    var shown = SoundTls.shown(new Part(new byte[] {1}), spoilt.chain());
    return SoundTls.facts(
        new TlsFacts.Met(
            IPV4,
            new TlsFacts.Completed("TLSv1.2", "S", null, shown.chain()),
            SoundTls.chains(SoundTls.posture(shown.chain()), shown)));
  }
}
