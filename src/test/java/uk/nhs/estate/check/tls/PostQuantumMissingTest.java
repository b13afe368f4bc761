package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.groups;
import static uk.nhs.estate.sample.SoundTls.hidden;
import static uk.nhs.estate.sample.SoundTls.version;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Groups;
import uk.nhs.estate.observation.TlsPosture.Order;
import uk.nhs.estate.observation.Trial.TurnedDown;

class PostQuantumMissingTest extends OfferCheckTest {
  PostQuantumMissingTest() {
    super(new PostQuantumMissing());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes(
            "a hybrid group after others",
            facts(
                its ->
                    groups(its, new Groups(TLS_1_3, List.of(0x001d, 0x11eb), Order.SERVER, null)))),
        fails(
            "none",
            "TLS 1.3: only x25519, secp256r1",
            facts(
                its ->
                    groups(its, new Groups(TLS_1_3, List.of(0x001d, 0x0017), Order.SERVER, null)))),
        fails(
            "a draft of the past does not count",
            "X25519Kyber768Draft00",
            facts(
                its ->
                    groups(its, new Groups(TLS_1_3, List.of(0x6399, 0x001d), Order.SERVER, null)))),
        fails(
            "no TLS 1.3",
            "does not speak TLS 1.3",
            facts(its -> version(its, TLS_1_3, new TurnedDown("")))),
        cannotTell(
            "the list was cut short",
            "the groups of TLS 1.3",
            facts(its -> groups(its, new Groups(TLS_1_3, List.of(0x001d), Order.SERVER, CUT_OFF)))),
        cannotTell(
            "TLS 1.3 could not be tried",
            "the groups of TLS 1.3",
            facts(
                its ->
                    version(
                        groups(its, new Groups(TLS_1_3, List.of(), Order.UNKNOWN, CUT_OFF)),
                        TLS_1_3,
                        hidden()))));
  }
}
