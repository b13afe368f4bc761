package uk.nhs.estate.observation;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.TlsPosture.Effort;
import uk.nhs.estate.observation.TlsPosture.KeyShown;
import uk.nhs.estate.observation.TlsPosture.Order;
import uk.nhs.estate.sample.SoundSite;
import uk.nhs.estate.sample.SoundTls;

class TlsFactsTest {

  @Test
  void twoLooksThatTookNotTheSameTroubleSawTheSame() {
    var one = SoundTls.facts(its -> its);
    var other =
        SoundTls.facts(
            its ->
                new TlsPosture(
                    its.versions(),
                    its.suites(),
                    its.groups(),
                    its.chains(),
                    List.of(new KeyShown(TLS_1_2, 0xc02c, 0x001d, null, null, 9, 0)),
                    its.tickets(),
                    its.behaviours(),
                    its.oddities(),
                    new Effort(30, 70_000, 400)));

    assertThat(other.seenAt(SoundSite.SEEN.plusSeconds(60)).steady()).isEqualTo(one.steady());
  }

  @Test
  void anotherSuiteIsAChange() {
    var one = SoundTls.facts(its -> its);
    var other = SoundTls.facts(its -> SoundTls.suites(its, TLS_1_2, Order.ONE, 0xc02c));

    assertThat(other.steady()).isNotEqualTo(one.steady());
  }

  @Test
  void anAddressThatCannotBeMetAnyMoreIsAChange() {
    var one =
        SoundTls.facts(
            SoundTls.met(SoundTls.IPV4, its -> its), SoundTls.met(SoundTls.IPV6, its -> its));
    var other = SoundTls.facts(SoundTls.met(SoundTls.IPV4, its -> its), SoundTls.unmet());

    assertThat(other.steady()).isNotEqualTo(one.steady());
  }

  @Test
  void whatNobodyTriedIsNotKnown() {
    var nothing =
        new TlsPosture(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            new Effort(0, 0, 0));

    assertThat(nothing.version(TLS_1_2)).isInstanceOf(Trial.Undecided.class);
    assertThat(nothing.speaks(TLS_1_2)).isFalse();
    assertThat(nothing.suites(TLS_1_2)).isEmpty();
    assertThat(nothing.behaviour(Behaviour.ROBOT)).isInstanceOf(Trial.Undecided.class);
  }
}
