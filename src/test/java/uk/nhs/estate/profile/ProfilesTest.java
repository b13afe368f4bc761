package uk.nhs.estate.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_0;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_3;
import static uk.nhs.estate.sample.SoundTls.facts;
import static uk.nhs.estate.sample.SoundTls.groups;
import static uk.nhs.estate.sample.SoundTls.hidden;
import static uk.nhs.estate.sample.SoundTls.met;
import static uk.nhs.estate.sample.SoundTls.suites;
import static uk.nhs.estate.sample.SoundTls.unmet;
import static uk.nhs.estate.sample.SoundTls.version;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Part;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.TlsPosture.Groups;
import uk.nhs.estate.observation.TlsPosture.KeyShown;
import uk.nhs.estate.observation.TlsPosture.Order;
import uk.nhs.estate.observation.TlsPosture.Suites;
import uk.nhs.estate.observation.Trial.TurnedDown;
import uk.nhs.estate.profile.Standing.CannotSay;
import uk.nhs.estate.profile.Standing.Failed;
import uk.nhs.estate.profile.Standing.Met;
import uk.nhs.estate.sample.SoundSite;
import uk.nhs.estate.sample.SoundTls;
import uk.nhs.estate.settings.ScannerConfig;

class ProfilesTest {
  private static final String MODERN = "Mozilla modern";
  private static final String INTERMEDIATE = "Mozilla intermediate";
  private static final String NCSC = "NCSC recommended";
  private static final String QUANTUM = "Post-quantum readiness";
  private static final List<TlsProfile> PROFILES = ScannerConfig.read(null).lists().tlsProfiles();
  private static final Obstacle CUT_OFF = new Obstacle(Obstacle.Kind.CONNECTION_RESET);

  private static Map<String, Standing> standings(TlsFacts tls) {
    return Profiles.of(tls, PROFILES).stream()
        .collect(Collectors.toMap(line -> line.profile().name(), Profiles.Line::standing));
  }

  private static Standing standing(String profile, Function<TlsPosture, TlsPosture> spoilt) {
    return Objects.requireNonNull(standings(facts(spoilt::apply)).get(profile));
  }

  @Test
  void aSoundSiteMeetsWhatIsRecommended() {
    assertThat(standings(facts(its -> its)))
        .containsEntry(INTERMEDIATE, new Met())
        .containsEntry(NCSC, new Met())
        .containsEntry(QUANTUM, new Met());
  }

  @Test
  void aModernSiteSpeaksNothingButTls13() {
    assertThat(standing(MODERN, its -> its))
        .isEqualTo(new Failed("versions", "192.0.2.80:443: speaks TLS 1.2"));
    assertThat(standing(MODERN, its -> version(its, TLS_1_2, new TurnedDown(""))))
        .isEqualTo(new Met());
  }

  @Test
  void anOldVersionFails() {
    assertThat(standing(NCSC, its -> suites(its, TLS_1_0, Order.SERVER, 0xc013)))
        .isEqualTo(new Failed("versions", "192.0.2.80:443: speaks TLS 1.0"));
  }

  @Test
  void aSuiteThatIsNotOnTheListIsNamed() {
    var spoilt = facts(its -> suites(its, TLS_1_2, Order.SERVER, 0xc02c, 0xcca9));

    assertThat(standings(spoilt))
        .containsEntry(INTERMEDIATE, new Met())
        .containsEntry(
            NCSC,
            new Failed(
                "cipher suites",
                "192.0.2.80:443: TLS 1.2 offers TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256"));
  }

  @Test
  void aGroupThatIsNotOnTheListIsNamed() {
    assertThat(
            standing(
                INTERMEDIATE,
                its -> groups(its, new Groups(TLS_1_3, List.of(0x1d, 0x19), Order.CLIENT, null))))
        .isEqualTo(new Failed("groups", "192.0.2.80:443: TLS 1.3 offers secp521r1"));
  }

  @Test
  void aListThatWasCutShortProvesAFaultAndNoMore() {
    assertThat(
            standing(
                NCSC, its -> suites(its, new Suites(TLS_1_2, List.of(0xc02c), Order.ONE, CUT_OFF))))
        .isEqualTo(new CannotSay("192.0.2.80:443: the cipher suites of TLS 1.2 were not all seen"));
    assertThat(
            standing(
                NCSC, its -> suites(its, new Suites(TLS_1_2, List.of(0xc014), Order.ONE, CUT_OFF))))
        .isInstanceOf(Failed.class);
  }

  @Test
  void readyForQuantumComputersIsWhoOffersAHybridGroup() {
    assertThat(
            standing(
                QUANTUM,
                its -> groups(its, new Groups(TLS_1_3, List.of(0x1d, 0x17), Order.CLIENT, null))))
        .isEqualTo(new Failed("groups", "192.0.2.80:443: TLS 1.3 offers only x25519, secp256r1"));
    assertThat(
            standing(
                QUANTUM,
                its -> groups(its, new Groups(TLS_1_3, List.of(0x1d), Order.CLIENT, CUT_OFF))))
        .isInstanceOf(CannotSay.class);
    assertThat(standing(QUANTUM, its -> version(its, TLS_1_3, new TurnedDown(""))))
        .isEqualTo(new Failed("versions", "192.0.2.80:443: does not speak TLS 1.3"));
    assertThat(standing(QUANTUM, its -> version(its, TLS_1_3, hidden())))
        .isInstanceOf(CannotSay.class);
  }

  @Test
  void aShortPrimeFails() {
    var prime = new byte[128];
    prime[0] = (byte) 0x80;

    assertThat(
            standing(
                INTERMEDIATE,
                its ->
                    SoundTls.keys(
                        its, new KeyShown(TLS_1_2, 0x9f, null, new Part(prime), null, 1, 0))))
        .isEqualTo(new Failed("Diffie-Hellman", "192.0.2.80:443: a prime of 1024 bits"));
  }

  @Test
  void whatTheCertificateIsCountsAsWell() {
    assertThat(standing(INTERMEDIATE, its -> SoundTls.chains(its)))
        .isEqualTo(new CannotSay("192.0.2.80:443: no certificate was seen that can be read"));
    var old =
        SoundTls.facts(
            its ->
                SoundTls.chains(
                    its,
                    SoundTls.shown(
                        null,
                        ((TlsFacts.Completed)
                                SoundSite.tls(
                                        order ->
                                            order.from(SoundSite.SEEN.minusSeconds(400 * 86_400L)))
                                    .outcome())
                            .certificates())));
    assertThat(standings(old).get(INTERMEDIATE))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.rule()).startsWith("lifetimes"));
  }

  @Test
  void theWorstAddressCounts() {
    assertThat(standings(facts(met(SoundTls.IPV4, its -> its), unmet())).get(NCSC))
        .isEqualTo(new CannotSay("[2001:db8::80]:443: no answer in time ([2001:db8::80]:443)"));
    assertThat(
            standings(
                    facts(
                        unmet(),
                        met(SoundTls.IPV4, its -> suites(its, TLS_1_0, Order.SERVER, 0xc013))))
                .get(NCSC))
        .isInstanceOf(Failed.class);
  }

  @Test
  void nothingIsSaidOfASiteThatWasNotLookedAtCloser() {
    var before =
        new TlsFacts(SoundSite.SEEN, SoundTls.IPV4, SoundSite.HOST, new TlsFacts.NotTls("SSH"));

    assertThat(standings(before).get(NCSC))
        .isEqualTo(new CannotSay("192.0.2.80:443: it does not speak TLS"));
  }
}
