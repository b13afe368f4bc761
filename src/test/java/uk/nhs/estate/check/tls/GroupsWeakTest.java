package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.groups;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Groups;
import uk.nhs.estate.observation.TlsPosture.Order;

class GroupsWeakTest extends OfferCheckTest {
  GroupsWeakTest() {
    super(new GroupsWeak());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes(
            "224 bits",
            facts(
                its ->
                    groups(its, new Groups(TLS_1_2, List.of(0x001d, 0x0015), Order.SERVER, null)))),
        fails(
            "192 bits",
            "TLS 1.2 and before: secp192r1",
            facts(
                its ->
                    groups(its, new Groups(TLS_1_2, List.of(0x001d, 0x0013), Order.SERVER, null)))),
        cannotTell(
            "the list was cut short",
            "the groups of TLS 1.2 and before",
            facts(
                its -> groups(its, new Groups(TLS_1_2, List.of(0x001d), Order.SERVER, CUT_OFF)))));
  }
}
