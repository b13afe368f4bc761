package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.keys;

import java.math.BigInteger;
import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.KeyShown;

class KeySharesRepeatedTest extends OfferCheckTest {
  KeySharesRepeatedTest() {
    super(new KeySharesRepeated());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes(
            "each was new",
            facts(its -> keys(its, new KeyShown(TLS_1_2, 0xc02c, 0x001d, null, null, 2, 0)))),
        fails(
            "one came twice",
            "x25519 in TLS 1.2: 1 of 3 had been sent before",
            facts(its -> keys(its, new KeyShown(TLS_1_2, 0xc02c, 0x001d, null, null, 3, 1)))),
        fails(
            "one of Diffie-Hellman came twice",
            "2048 bits in TLS 1.2: 1 of 2",
            facts(
                its ->
                    keys(
                        its,
                        new KeyShown(
                            TLS_1_2, 0x009f, null, part(FFDHE_2048), part(BigInteger.TWO), 2, 1)))),
        cannotTell(
            "it was seen but once",
            "not seen often enough",
            facts(its -> keys(its, new KeyShown(TLS_1_2, 0xc02c, 0x001d, null, null, 1, 0)))),
        doesNotApply("nothing was seen", "no key", facts(its -> keys(its))));
  }
}
