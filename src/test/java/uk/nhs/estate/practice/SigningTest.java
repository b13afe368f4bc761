package uk.nhs.estate.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xbill.DNS.DNSKEYRecord;
import org.xbill.DNS.DNSSEC;
import org.xbill.DNS.DNSSEC.Algorithm;
import org.xbill.DNS.DNSSEC.DNSSECException;
import org.xbill.DNS.Message;
import org.xbill.DNS.RRSIGRecord;
import org.xbill.DNS.RRset;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SigningTest {

  private static final Path DELV = Path.of("/usr/bin/delv");

  private final Instant now = Clock.systemUTC().instant();
  private final Signing sound = Signing.from(now);
  private final Map<String, Signing> signings =
      Map.ofEntries(
          Map.entry("nsec", sound),
          Map.entry("nsec3", sound.denial(Denial.Nsec3.plain())),
          Map.entry("opt-out", sound.denial(new Denial.Nsec3(0, "", true))),
          Map.entry("salted", sound.denial(new Denial.Nsec3(10, "AB12", false))),
          Map.entry("ed25519", Signing.ed25519(now)),
          Map.entry("rsa", Signing.rsa(Algorithm.RSASHA256, 2048, now)),
          Map.entry("rsa-1024", Signing.rsa(Algorithm.RSASHA256, 1024, now)),
          Map.entry("algorithm-5", Signing.rsa(Algorithm.RSASHA1, 1024, now)),
          Map.entry("algorithm-7", Signing.rsa(Algorithm.RSA_NSEC3_SHA1, 1024, now)),
          Map.entry("expired", sound.valid(days(-20), days(-6))),
          Map.entry("early", sound.valid(days(6), days(20))),
          Map.entry("unsigned-set", sound.spoilt(new SigningFault.Unsigned("www", Type.A))),
          Map.entry("wrong-signature", sound.spoilt(new SigningFault.WrongSignature(Type.A))),
          Map.entry("strange-key", sound.spoilt(new SigningFault.StrangeKey())),
          Map.entry("keys-by-another", sound.spoilt(new SigningFault.KeysSignedByAnother())),
          Map.entry("ds-for-another", sound.spoilt(new SigningFault.DsForAnotherKey())),
          Map.entry("ds-wrong", sound.spoilt(new SigningFault.DsWithWrongDigest())),
          Map.entry("ds-sha1", sound.spoilt(new SigningFault.Sha1DsOnly())),
          Map.entry("no-ds", sound.spoilt(new SigningFault.NoDs())),
          Map.entry("no-denial", sound.spoilt(new SigningFault.NoDenial())),
          Map.entry("wrong-denial", sound.spoilt(new SigningFault.WrongDenial())),
          Map.entry(
              "wrong-nsec3",
              sound.denial(Denial.Nsec3.plain()).spoilt(new SigningFault.WrongDenial())));

  @TempDir Path folder;
  private PracticeWorld world;
  private InetAddress server;

  @BeforeAll
  void start() throws IOException {
    world = PracticeWorld.start(now);
    server = world.dns().open();
    var zones =
        signings.entrySet().stream().map(one -> zone(one.getKey()).signed(one.getValue())).toList();
    world.put(zones, server);
  }

  @AfterAll
  void stop() throws IOException {
    world.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nsec", "nsec3", "opt-out", "salted", "ed25519", "rsa", "algorithm-7"})
  void signsEverySetThatItSends(String kind) throws Exception {
    var domain = kind + ".test";
    var key = key(domain);
    for (var question :
        List.of(
            domain + " SOA",
            domain + " AAAA",
            "www." + domain + " A",
            "alias." + domain + " A",
            "nobody." + domain + " A",
            "monday.clinics." + domain + " A",
            "monday.clinics." + domain + " MX",
            "down." + domain + " A",
            "branch." + domain + " DS")) {
      var reply = ask(question);
      for (int section : new int[] {Section.ANSWER, Section.AUTHORITY}) {
        for (var set : reply.getSectionRRsets(section)) {
          assertThatCode(() -> verify(set, key))
              .as(question + " " + set)
              .doesNotThrowAnyException();
        }
      }
    }
  }

  @Test
  void leavesItsDelegationsUnsigned() throws IOException {
    var reply = ask("www.branch.nsec.test A");

    assertThat(Asker.types(reply, Section.AUTHORITY))
        .containsExactly(Type.NS, Type.NSEC, Type.RRSIG);
    assertThat(Asker.types(reply, Section.ADDITIONAL)).contains(Type.A).doesNotContain(Type.RRSIG);
  }

  @Test
  void saysNothingOfDnssecToThoseWhoDoNotAsk() throws IOException {
    var reply = Asker.of(world.dns(), server).ask("nobody.nsec3.test", Type.A);

    assertThat(Asker.types(reply, Section.AUTHORITY)).containsExactly(Type.SOA);
  }

  @Test
  void keepsItsSignaturesFromQuestionToQuestion() throws IOException {
    assertThat(ask("www.nsec.test A").getSection(Section.ANSWER))
        .isEqualTo(ask("www.nsec.test A").getSection(Section.ANSWER));
  }

  @Test
  void keepsItsKeyWhenOneServerFallsBehind() throws Exception {
    assumeTrue(Loopback.hasWholeNetwork(), "every server needs an address of its own");
    var behind = world.dns().open();
    world.put(zone("stale").signed(sound), server, behind);
    world.dns().serveOnlyAt(behind, zone("stale").signed(sound.valid(days(-20), days(-6))));
    var key = key("stale.test");

    assertThatCode(() -> verify(first(server, "www.stale.test"), key)).doesNotThrowAnyException();
    assertThatThrownBy(() -> verify(first(behind, "www.stale.test"), key))
        .isInstanceOf(DNSSEC.SignatureExpiredException.class);
  }

  @Test
  void letsAZoneAskForItsDsToBeRemoved() throws IOException {
    world.put(zone("leaving").with("@ CDS 0 0 0 00\n@ CDNSKEY 0 3 0 AA==").signed(sound), server);

    assertThat(Asker.data(ask("leaving.test CDS"), Section.ANSWER).getFirst()).startsWith("0 0 0 ");
    assertThat(Asker.types(ask("leaving.test CDNSKEY"), Section.ANSWER))
        .containsExactly(Type.CDNSKEY, Type.RRSIG);
  }

  /// A validator that is not ours, asked about each kind of signing and each thing wrong.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nsec            | www            | A    | fully validated",
        "nsec            | nobody         | A    | negative response, fully validated",
        "nsec            | monday.clinics | A    | fully validated",
        "nsec            | monday.clinics | MX   | negative response, fully validated",
        "nsec            | down           | A    | negative response, fully validated",
        "nsec            | branch         | DS   | negative response, fully validated",
        "nsec3           | www            | A    | fully validated",
        "nsec3           | nobody         | A    | negative response, fully validated",
        "nsec3           | monday.clinics | A    | fully validated",
        "nsec3           | monday.clinics | MX   | negative response, fully validated",
        "nsec3           | down           | A    | negative response, fully validated",
        "nsec3           | branch         | DS   | negative response, fully validated",
        "opt-out         | nobody         | A    | negative response, fully validated",
        "opt-out         | branch         | DS   | negative response, fully validated",
        "salted          | nobody         | A    | negative response, fully validated",
        "ed25519         | www            | A    | fully validated",
        "rsa             | www            | A    | fully validated",
        "rsa-1024        | www            | A    | fully validated",
        "ds-sha1         | www            | A    | fully validated",
        "no-ds           | www            | A    | unsigned answer",
        "expired         | www            | A    | RRSIG has expired",
        "early           | www            | A    | RRSIG validity period has not begun",
        "unsigned-set    | www            | A    | insecurity proof failed",
        "unsigned-set    | ns1            | A    | fully validated",
        "wrong-signature | www            | A    | RRSIG failed to verify",
        "wrong-signature | @              | SOA  | fully validated",
        "strange-key     | www            | A    | no valid RRSIG",
        "strange-key     | @              | DNSKEY | fully validated",
        "keys-by-another | www            | A    | broken trust chain",
        "ds-for-another  | www            | A    | broken trust chain",
        "ds-wrong        | www            | A    | broken trust chain",
        "no-denial       | www            | A    | fully validated",
        "no-denial       | nobody         | A    | resolution failed",
        "wrong-denial    | www            | A    | fully validated",
        "wrong-denial    | nobody         | A    | resolution failed",
        "wrong-nsec3     | nobody         | A    | resolution failed"
      })
  void isJudgedByAValidatorAsItIsMeantToBe(String kind, String label, String type, String verdict)
      throws Exception {
    var host = label.equals("@") ? kind + ".test" : label + "." + kind + ".test";

    assertThat(delv(host, type)).contains(verdict);
  }

  private String delv(String name, String type) throws Exception {
    assumeTrue(Files.isExecutable(DELV), "delv is not installed");
    var ds = world.dns().trustAnchor().strip().split("\\s+", 8);
    var anchor =
        Files.writeString(
            folder.resolve("anchor.conf"),
            "trust-anchors { . static-ds %s %s %s \"%s\"; };%n"
                .formatted(ds[4], ds[5], ds[6], ds[7]));
    var command =
        List.of(
            DELV.toString(),
            "@127.0.0.1",
            "-p",
            Integer.toString(world.dns().dnsPort()),
            "-a",
            anchor.toString(),
            "+root",
            name,
            type);
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return output;
  }

  private PracticeZone zone(String kind) {
    return AwkwardZones.sound(kind + ".test", server, server)
        .with(
            """
            alias      CNAME  www
            *.clinics  A      127.42.0.9
            deep.down  TXT    "here"
            branch     NS     ns1.branch
            ns1.branch A      127.56.250.53
            """);
  }

  private Instant days(int later) {
    return now.plus(Duration.ofDays(later));
  }

  private Message ask(String question) throws IOException {
    var words = question.split(" ", 2);
    return Asker.of(world.dns(), server).ask(Asker.dnssec(words[0], Type.value(words[1])));
  }

  private RRset first(InetAddress at, String name) throws IOException {
    var reply = Asker.of(world.dns(), at).ask(Asker.dnssec(name, Type.A));
    return reply.getSectionRRsets(Section.ANSWER).getFirst();
  }

  private DNSKEYRecord key(String domain) throws IOException {
    return (DNSKEYRecord) ask(domain + " DNSKEY").getSection(Section.ANSWER).getFirst();
  }

  private static void verify(RRset set, DNSKEYRecord key) throws DNSSECException {
    assertThat(set.sigs()).hasSize(1);
    RRSIGRecord signature = set.sigs().getFirst();
    DNSSEC.verify(set, signature, key);
  }
}
