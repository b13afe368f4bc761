package uk.nhs.estate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_0;
import static uk.nhs.estate.observation.TlsPosture.TLS_1_2;

import java.util.List;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture.Behaviour;
import uk.nhs.estate.observation.TlsPosture.Order;
import uk.nhs.estate.observation.TlsPosture.Suites;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.observation.Trial;
import uk.nhs.estate.sample.OddCertificates;
import uk.nhs.estate.sample.SoundSite;
import uk.nhs.estate.sample.SoundTls;

class SeenTlsTest {

  @Test
  void saysWhatAServerDoesWithEveryKindOfOffer() {
    assertThat(shown(SoundSite.tls()))
        .contains(
            "Addresses that do the same",
            "192.0.2.80:443 [2001:db8::80]:443",
            "TLS 1.2 Yes",
            "TLS 1.1 No alert protocol_version",
            "TLS_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384 ECDHE-ECDSA-AES256-GCM-SHA384 0xC02C",
            "X25519MLKEM768",
            "HTTP/2 (ALPN) Yes",
            "Heartbleed (CVE-2014-0160) No",
            "7200 s",
            "TLS 1.2 with TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, asked for " + SoundSite.HOST)
        .doesNotContain("What differs");
  }

  @Test
  void saysWhichAddressDoesOtherwise() {
    var facts =
        SoundTls.facts(
            SoundTls.met(SoundTls.IPV4, its -> its),
            SoundTls.met(
                SoundTls.IPV6, its -> SoundTls.version(its, TLS_1_0, new Trial.TakenUp(""))));

    assertThat(SeenFacts.of(new Sighting.Seen(Topic.TLS, facts)).blocks())
        .anySatisfy(
            block ->
                assertThat(block)
                    .isInstanceOfSatisfying(
                        SeenTopic.Table.class,
                        table -> {
                          assertThat(table.caption()).isEqualTo("What differs between addresses");
                          assertThat(table.columns())
                              .containsExactly("What", "192.0.2.80", "2001:db8::80");
                          assertThat(table.rows()).hasSize(1);
                        }));
    assertThat(shown(facts)).contains("TLS 1.0 No Yes");
  }

  @Test
  void whatCouldNotBeSeenIsToldFromWhatIsNotThere() {
    var obstacle = new Obstacle(Obstacle.Kind.TOO_LARGE, "64 KiB");
    var facts =
        SoundTls.facts(
            its ->
                SoundTls.suites(
                    SoundTls.behaviour(its, Behaviour.HEARTBEAT, SoundTls.hidden()),
                    new Suites(TLS_1_2, List.of(0xc02c), Order.UNKNOWN, obstacle)));

    var heading = new StringBuilder();
    SeenTls.blocks(facts)
        .forEach(
            block ->
                heading
                    .append(block instanceof SeenTopic.Table table ? table.caption() : "")
                    .append("; "));
    assertThat(heading.toString())
        .contains(
            "whose order counts could not be seen; the list may be incomplete: the answer is larger"
                + " than the scanner reads (64 KiB)");
    assertThat(shown(facts)).contains("Heartbeat Could not see no answer in time (5 s)");
    assertThat(shown(SoundTls.facts(SoundTls.met(SoundTls.IPV4, its -> its), SoundTls.unmet())))
        .contains("Could not be met no answer in time");
  }

  /// What was kept before all addresses were looked at has one handshake.
  @Test
  void oldFactsAreStillShown() {
    var sound = SoundSite.tls();
    assertThat(
            shown(
                new TlsFacts(
                    sound.seenAt(), sound.endpoint(), sound.serverName(), sound.outcome())))
        .contains(
            "Browsers come to 192.0.2.80:443", "Version TLSv1.3", "Certificate 1", SoundSite.HOST);
  }

  @Test
  void hostileNamesOfCertificatesAreSpeltOut() {
    var hostile = "<script>alert(1)</script>\u202E";
    var facts =
        SoundTls.facts(
            its ->
                SoundTls.chains(
                    its,
                    SoundTls.shown(
                        null,
                        List.of(OddCertificates.withoutAlternativeNames("\"" + hostile + "\"")))));

    assertThat(shown(facts))
        .contains("Subject CN=<script>alert(1)</script>\uFFFD")
        .doesNotContain("\u202E");
  }

  private static String shown(TlsFacts facts) {
    return SeenFactsTest.shown(Topic.TLS, facts);
  }
}
