package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.groups;
import static uk.nhs.estate.sample.SoundTls.version;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Groups;
import uk.nhs.estate.observation.TlsPosture.Order;
import uk.nhs.estate.observation.Trial.TurnedDown;

class PostQuantumOnlyTest extends OfferCheckTest {
  PostQuantumOnlyTest() {
    super(new PostQuantumOnly());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes(
            "a hybrid group and others",
            facts(
                its ->
                    groups(its, new Groups(TLS_1_3, List.of(0x11ec, 0x001d), Order.SERVER, null)))),
        passes(
            "TLS 1.2 is left",
            facts(its -> groups(its, new Groups(TLS_1_3, List.of(0x11ec), Order.SERVER, null)))),
        fails(
            "nothing else",
            "TLS 1.3: only X25519MLKEM768",
            facts(
                its ->
                    version(
                        groups(its, new Groups(TLS_1_3, List.of(0x11ec), Order.ONE, null)),
                        TLS_1_2,
                        new TurnedDown("")))),
        cannotTell(
            "the list was cut short",
            "the groups of TLS 1.3",
            facts(
                its ->
                    version(
                        groups(its, new Groups(TLS_1_3, List.of(0x11ec), Order.ONE, CUT_OFF)),
                        TLS_1_2,
                        new TurnedDown("")))));
  }
}
