package uk.nhs.estate.web;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.nhs.estate.sample.SoundDomain.NAME;
import static uk.nhs.estate.sample.SoundDomain.NS1;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.Asked.Question;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Lookup;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.PointedAt;
import uk.nhs.estate.observation.Security;
import uk.nhs.estate.observation.Topic;
import uk.nhs.estate.sample.Lookups;
import uk.nhs.estate.sample.SoundDomain;
import uk.nhs.estate.sample.SoundServers;

class SeenDnsTest {
  private static final Obstacle SILENCE = new Obstacle(Obstacle.Kind.TIMED_OUT);

  @Test
  void showsHowASoundDomainIsDelegatedSignedAndPointed() {
    assertThat(shown(SoundDomain.dns()))
        .contains(
            "The zone as a whole DNSSEC Secure Zone above nhs.uk",
            "ns1.nhs.test 192.0.2.1 NOERROR, a referral to the servers of trust.nhs.uk"
                + " ns1.dns.test. ns2.dns.test. "
                + SoundServers.DS,
            "ns1.dns.test 192.0.2.53 NOERROR with authority Yes Yes Secure 2026112401"
                + " 8 of 8 questions, half of them within 12 ms",
            "ns2.dns.test 2001:db8:2::53 NOERROR with authority",
            "trust.nhs.uk AAAA 2001:db8::80 Secure",
            "mail.trust.nhs.uk Mail server Exists Registered");
  }

  @Test
  void saysInWordsWhatDnssecSaysOfTheZone() {
    assertThat(signed(new Security.Insecure("nhs.uk has no DS record for it")))
        .contains("DNSSEC Not protected: nhs.uk has no DS record for it");
    assertThat(signed(new Security.Bogus(Security.Reason.SIGNATURE_EXPIRED, "SOA, key tag 2371")))
        .contains("DNSSEC Broken: a signature has expired (SOA, key tag 2371)");
    assertThat(signed(new Security.Bogus(Security.Reason.KEYS_MISSING, "")))
        .contains("the zone publishes no keys Zone above");
    assertThat(signed(new Security.Unchecked(SILENCE)))
        .contains("DNSSEC Could not check: no answer in time");
    assertThat(signed(null)).contains("DNSSEC Not validated");
  }

  @Test
  void tellsAServerThatIsSilentFromOneThatRefusesAndFromOneThatNobodyAsked() {
    var servers =
        List.of(
            SoundServers.silent(NS1, "192.0.2.53"),
            SoundServers.with(
                SoundServers.server(NS1, "192.0.2.54"),
                Question.SOA,
                SoundServers.failure("REFUSED")));
    assertThat(shown(SoundDomain.withServers(SoundDomain.dns(), servers)))
        .contains(
            "192.0.2.53 No answer in time (3 tries) Not asked Not seen Not validated Not seen"
                + " 0 of 3 questions",
            "192.0.2.54 REFUSED without authority Yes Yes Secure Not seen");
  }

  @Test
  void tellsAServerWithoutTcpOrEdnsFromOneThatHasThem() {
    var none = SoundServers.with(SoundServers.soa(), null, List.of("qr", "aa"), List.of());
    assertThat(shown(SoundDomain.dns("192.0.2.53", Question.SOA_BY_TCP, SoundServers.silence())))
        .contains("192.0.2.53 NOERROR with authority No: no answer in time Yes Secure");
    assertThat(shown(SoundDomain.dns("192.0.2.53", Question.SOA, none)))
        .contains("192.0.2.53 NOERROR with authority Yes No Secure");
    assertThat(
            shown(
                SoundDomain.dns(
                    "192.0.2.53",
                    server ->
                        SoundServers.with(
                            SoundServers.with(server, Question.SOA, SoundServers.silence()),
                            Question.SOA_WITHOUT_EDNS,
                            none))))
        .contains("192.0.2.53 NOERROR with authority Yes Answers only without Secure 2026112401");
  }

  @Test
  void saysWhatServersOfTheZoneAboveDidNotSay() {
    var parents =
        List.of(
            SoundServers.with(
                SoundServers.parent("192.0.2.1"),
                Question.NS,
                SoundServers.referral(NAME, List.of(NS1))),
            SoundServers.with(
                SoundServers.parent("192.0.2.2"), Question.NS, SoundServers.silence()));
    assertThat(shown(SoundDomain.withParents(SoundDomain.dns(), parents)))
        .contains(
            "servers of trust.nhs.uk ns1.dns.test. None",
            "192.0.2.2 No answer in time (3 tries) Not seen Not seen");
  }

  @Test
  void saysWhatBecameOfEveryNameThatRecordsPointAt() {
    assertThat(target(Lookups.nxdomain("free.org", "SOA")))
        .contains(
            "mx.free.org Mail server Does not exist Not registered: somebody else may be able to"
                + " register it");
    assertThat(target(new Lookup("free.org", "SOA", new Lookup.Unasked(SILENCE))))
        .contains("Does not exist Could not ask: no answer in time");
    assertThat(target(Lookups.found("free.org", "SOA", "a. b. 1 2 3 4 5")))
        .contains("Does not exist Registered");
    assertThat(target(null)).contains("Does not exist Nobody asked");
  }

  @Test
  void showsTheBeginningOfAHugeAnswer() {
    var many = IntStream.range(0, 60).mapToObj(n -> "\"text " + n + "\"").toArray(String[]::new);
    assertThat(shown(SoundDomain.dns(Lookups.found(NAME, "TXT", many))))
        .contains("\"text 49\" and 10 more")
        .doesNotContain("\"text 50\"");
  }

  @Test
  void showsWhatOnlyAResolverTold() {
    var sound = SoundDomain.dns();
    var resolved =
        SoundDomain.resolved(
            SoundDomain.SEEN, sound.soa(), sound.ns(), sound.nameServerAddresses(), sound.caa());
    assertThat(shown(resolved))
        .contains("DNSSEC Not validated Zone above Not known", "CAA 0 issue \"ca.test\"");
  }

  private static String target(@Nullable Lookup registered) {
    var host = "mx.free.org";
    var dns = SoundDomain.dns(Lookups.found(NAME, "MX", "10 " + host + "."));
    return shown(
        SoundDomain.withTargets(
            dns,
            new PointedAt(
                host, Lookups.nxdomain(host, "A"), Lookups.nxdomain(host, "AAAA"), registered)));
  }

  private static String signed(@Nullable Security security) {
    return shown(SoundDomain.withSecurity(SoundDomain.dns(), security));
  }

  private static String shown(DnsFacts dns) {
    return SeenFactsTest.shown(Topic.DNS, dns);
  }
}
