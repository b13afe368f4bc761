package uk.nhs.estate.check;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_0;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.met;
import static uk.nhs.estate.sample.SoundTls.suites;
import static uk.nhs.estate.sample.SoundTls.unmet;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.Order;
import uk.nhs.estate.sample.SoundTls;

class OffersTest {
  private static final TlsFacts.Met SOUND = met(SoundTls.IPV4, its -> its);
  private static final TlsFacts.Met OLD =
      met(SoundTls.IPV6, its -> suites(its, TLS_1_0, Order.SERVER, 0x002f));

  private static Verdict judge(TlsFacts.Server... servers) {
    return Offers.judge(
        facts(servers), posture -> Verdict.passIf(!posture.speaks(TLS_1_0), "TLS 1.0"));
  }

  @Test
  void theWorstAddressCounts() {
    assertThat(judge(SOUND, OLD)).isEqualTo(new Verdict.Fail("", "[2001:db8::80]:443: TLS 1.0"));
  }

  @Test
  void aHiddenAddressIsNoPassAndHidesNoFault() {
    assertThat(judge(SOUND, unmet())).isInstanceOf(Verdict.Unknown.class);
    assertThat(judge(unmet(), OLD)).isInstanceOf(Verdict.Fail.class);
  }

  @Test
  void whereNoBrowserComesInAFaultCountsAndNothingElse() {
    var failed = new TlsFacts.Failed(List.of("TLSv1.3"), "protocol_version");

    assertThat(judge(new TlsFacts.Met(SoundTls.IPV4, failed, OLD.posture())))
        .isInstanceOf(Verdict.Fail.class);
    assertThat(judge(new TlsFacts.Met(SoundTls.IPV4, failed, SOUND.posture())))
        .isEqualTo(
            new Verdict.Unknown(
                "192.0.2.80:443: no TLS handshake was completed (protocol_version)"));
    assertThat(judge(new TlsFacts.Met(SoundTls.IPV4, failed, (TlsPosture) null)))
        .isInstanceOf(Verdict.Unknown.class);
  }
}
