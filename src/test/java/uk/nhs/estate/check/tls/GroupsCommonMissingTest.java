package uk.nhs.estate.check.tls;

import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.groups;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.observation.TlsPosture.Groups;
import uk.nhs.estate.observation.TlsPosture.Order;

class GroupsCommonMissingTest extends OfferCheckTest {
  GroupsCommonMissingTest() {
    super(new GroupsCommonMissing());
  }

  @Override
  Stream<Example> offers() {
    return Stream.of(
        passes(
            "one of them",
            facts(
                its ->
                    groups(its, new Groups(TLS_1_2, List.of(0x0018, 0x0017), Order.SERVER, null)))),
        fails(
            "none in TLS 1.2",
            "TLS 1.2 and before: only secp384r1",
            facts(its -> groups(its, new Groups(TLS_1_2, List.of(0x0018), Order.SERVER, null)))),
        fails(
            "none in TLS 1.3",
            "TLS 1.3: only secp521r1",
            facts(its -> groups(its, new Groups(TLS_1_3, List.of(0x0019), Order.SERVER, null)))),
        passes(
            "a hybrid of them",
            facts(its -> groups(its, new Groups(TLS_1_3, List.of(0x11ec), Order.SERVER, null)))),
        cannotTell(
            "the list was cut short",
            "the groups of TLS 1.3",
            facts(
                its -> groups(its, new Groups(TLS_1_3, List.of(0x0018), Order.SERVER, CUT_OFF)))));
  }
}
