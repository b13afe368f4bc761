package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.sample.SoundTls.chains;
import static uk.nhs.estate.sample.SoundTls.facts;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.observation.TlsPosture.Shown;
import uk.nhs.estate.sample.SoundSite;

class HandshakeHashWeakTest extends OfferCheckTest {
  HandshakeHashWeakTest() {
    super(new HandshakeHashWeak());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes("SHA-256", facts(its -> chains(its, signed(0x0804)))),
        fails(
            "SHA-1 for one certificate of two",
            "192.0.2.80:443: ecdsa_sha1",
            facts(its -> chains(its, signed(0x0804), signed(0x0203)))),
        passes("a hash that is no choice", facts(its -> chains(its, signed(0x0807)))),
        cannotTell(
            "no signature was seen", "no signature", facts(its -> chains(its, signed(null)))));
  }

  private static Shown signed(@Nullable Integer scheme) {
    return new Shown(SoundSite.HOST, TLS_1_2, 0xc02f, scheme, List.of(), null, null);
  }
}
