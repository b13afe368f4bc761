package uk.nhs.estate.check;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_0;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.Endpoint;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.sample.SoundSite;
import uk.nhs.estate.sample.SoundTls;

class OffersTest {
  private static final TlsFacts.Met SOUND = SoundTls.met(SoundTls.IPV4, its -> its);
  private static final TlsFacts.Met OLD = SoundTls.met(SoundTls.IPV6, OffersTest::old);

  @Test
  void theWorstAddressCountsAndIsNamed() {
    assertThat(judged(SoundTls.facts(SOUND, OLD)))
        .isEqualTo(new Verdict.Fail("", "[2001:db8::80]:443: speaks TLS 1.0"));
  }

  @Test
  void addressesWithTheSameFaultShareItsEvidence() {
    assertThat(judged(SoundTls.facts(SoundTls.met(SoundTls.IPV4, OffersTest::old), OLD)))
        .isEqualTo(new Verdict.Fail("", "192.0.2.80:443, [2001:db8::80]:443: speaks TLS 1.0"));
  }

  @Test
  void aFaultCountsAlthoughAnotherAddressIsHidden() {
    var old = SoundTls.met(SoundTls.IPV4, OffersTest::old);

    assertThat(judged(SoundTls.facts(old, SoundTls.unmet()))).isInstanceOf(Verdict.Fail.class);
  }

  @Test
  void aHiddenAddressIsNoPass() {
    assertThat(judged(SoundTls.facts(SOUND, SoundTls.unmet())))
        .isInstanceOfSatisfying(
            Verdict.Unknown.class, unknown -> assertThat(unknown.mayPass()).isTrue());
  }

  @Test
  void allAddressesInOrderAreAPass() {
    assertThat(judged(SoundTls.facts(SOUND, SoundTls.met(SoundTls.IPV6, its -> its))))
        .isEqualTo(new Verdict.Pass());
  }

  @Test
  void anAddressWhereNobodyListensIsNoPartOfIt() {
    var closed = new TlsFacts.Met(SoundTls.IPV6, new TlsFacts.NobodyListens(), null);

    assertThat(judged(SoundTls.facts(SOUND, closed))).isEqualTo(new Verdict.Pass());
  }

  @Test
  void aServerThatRefusesEveryHandshakeIsUnknown() {
    var failed =
        new TlsFacts.Met(SoundTls.IPV6, new TlsFacts.Failed(List.of("TLSv1.3"), "alert"), null);

    assertThat(judged(SoundTls.facts(SOUND, failed))).isInstanceOf(Verdict.Unknown.class);
  }

  @Test
  void whereNoBrowserComesInAFaultCountsAndNothingElse() {
    var failed = new TlsFacts.Failed(List.of("TLSv1.3"), "protocol_version");

    assertThat(judged(SoundTls.facts(new TlsFacts.Met(SoundTls.IPV4, failed, OLD.posture()))))
        .isInstanceOf(Verdict.Fail.class);
    assertThat(judged(SoundTls.facts(new TlsFacts.Met(SoundTls.IPV4, failed, SOUND.posture()))))
        .isEqualTo(
            new Verdict.Unknown(
                "192.0.2.80:443: no TLS handshake was completed (protocol_version)"));
  }

  @Test
  void whatWasKeptBeforeAddressesWereLookedAtIsUnknownForGood() {
    var old =
        new TlsFacts(
            SoundSite.SEEN,
            new Endpoint("192.0.2.80", 443),
            SoundSite.HOST,
            SoundSite.tls().outcome());

    assertThat(judged(old))
        .isEqualTo(Verdict.Unknown.lasting("no more than one handshake was tried"));
  }

  @Test
  void withoutTlsThereIsNothingToJudge() {
    assertThat(judged(SoundSite.tls(new TlsFacts.NobodyListens())))
        .isInstanceOf(Verdict.NotApplicable.class);
    assertThat(judged(SoundSite.tls(new TlsFacts.NotTls("HTTP/1.1 400"))))
        .isInstanceOf(Verdict.NotApplicable.class);
  }

  private static TlsPosture old(TlsPosture its) {
    return SoundTls.version(its, TLS_1_0, new Trial.TakenUp(""));
  }

  private static Verdict judged(TlsFacts tls) {
    return Offers.judge(tls, its -> Verdict.passIf(!its.speaks(TLS_1_0), "speaks TLS 1.0"));
  }
}
