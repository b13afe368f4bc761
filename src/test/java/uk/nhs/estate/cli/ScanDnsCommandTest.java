package uk.nhs.estate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.estate.practice.AwkwardZones;
import uk.nhs.estate.practice.Misbehaviour;
import uk.nhs.estate.practice.PracticeWorld;
import uk.nhs.estate.practice.Signing;

/// `scan-dns`, aimed at a private world by its options alone.
class ScanDnsCommandTest {
  @TempDir static Path folder;
  private static PracticeWorld world;
  private static Path hints;
  private static Path anchor;

  private record Ran(int status, String out, String err) {}

  @BeforeAll
  static void start() throws IOException {
    world = PracticeWorld.start(Instant.now());
    hints = Files.writeString(folder.resolve("hints"), world.dns().rootHints());
    anchor = Files.writeString(folder.resolve("anchor"), world.dns().trustAnchor());
    var ours = Path.of("scanner-config");
    Files.createDirectories(folder.resolve("policy"));
    Files.copy(ours.resolve("policy/2026-11.yml"), folder.resolve("policy/2026-11.yml"));
    Files.writeString(
        folder.resolve("scanner.yml"),
        Files.readString(ours.resolve("scanner.yml"))
            .replace("allowed-networks: []", "allowed-networks: [\"127.0.0.0/8\"]"));
    var first = world.dns().open();
    var second = world.dns().open();
    var now = Signing.from(Instant.now());
    var sound = AwkwardZones.sound("ferry.test", first, second);
    world.put(AwkwardZones.largeText(sound).signed(now), first, second);
    var mute = world.dns().open();
    world.put(AwkwardZones.sound("mute.test", mute, mute).signed(now), mute);
    world.dns().misbehave(mute, new Misbehaviour.Silent());
    var rude = world.dns().open();
    world.put(
        AwkwardZones.sound("rude.test", rude, rude).with("@ TXT \"\\027[31mred\"").signed(now),
        rude);
  }

  @AfterAll
  static void stop() throws IOException {
    world.close();
  }

  @Test
  void showsAPersonWhatWasSeenAndWhatItMeans() {
    var ran = scan("ferry.test");

    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .contains("DNSSEC: secure")
        .contains("Servers of test, the zone above")
        .contains("ns1.ferry.test (127.")
        .contains("ferry.test A: 127.42.0.7 [secure]")
        .contains("estate-probe-one.ferry.test A: None: the name does not exist [secure]")
        .contains("checks could be made");
    assertThat(ran.out().lines().takeWhile(line -> !line.equals("ferry.test (domain)")))
        .as("keys and long texts are cut")
        .allMatch(line -> line.length() < 200)
        .anyMatch(line -> line.contains("characters)"));
  }

  @Test
  void printsFactsVerdictsAndFindingsAsJson() throws IOException {
    var report = json("ferry.test");

    assertThat(report.at("/name").asText()).isEqualTo("ferry.test");
    assertThat(report.path("positive").findValuesAsText("rule"))
        .contains("dns.single-name-server", "dnssec.signature-wrong");
    assertThat(report.path("findings").findValuesAsText("rule")).contains("dns.caa-missing");
    var dns = report.path("sightings").get(0).toString();
    assertThat(dns).contains("parentServers").contains("x".repeat(200));
  }

  @Test
  void aLightLookSaysWhatItLeftOut() throws IOException {
    assertThat(json("ferry.test", "--light").path("couldNotCheck").findValuesAsText("rule"))
        .contains("dns.zone-transfer-open");
  }

  @Test
  void aDomainThatNobodyAnswersForCouldNotBeChecked() {
    var ran = scan("mute.test");

    assertThat(ran.status()).isEqualTo(EstateCommand.FAULTS_FOUND);
    assertThat(ran.out()).contains("no answer in time (3 tries)").contains("could not ask");
  }

  @Test
  void aNameThatDoesNotExistIsToldFromOneThatCouldNotBeAsked() {
    assertThat(scan("nobody.test").out())
        .contains("nobody.test SOA: None: the name does not exist [secure]");
  }

  @Test
  void textFromOutsideCannotMoveTheTerminal() {
    assertThat(scan("rude.test").out()).contains("[31mred").doesNotContain("\u001b");
  }

  @Test
  void withAnotherWorldsAnchorEverythingIsBroken() throws IOException {
    var other =
        Files.writeString(
            folder.resolve("other-anchor"),
            ". DS 20326 8 2 E06D44B80B8F1D39A95C0B0D7C65D08458E880409BBC683457104237C7F8EC8D\n");
    var ran = run("ferry.test", hints.toString(), other.toString());

    assertThat(ran.out()).contains("DNSSEC: broken").contains("A: 127.42.0.7 [broken]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ferry.test|--root-hints|no-such-file|There is no file",
        "ferry.test|--root-hints|scanner.yml|root hints cannot be used",
        "ferry.test|--trust-anchor|no-such-file|There is no file",
        "ferry.test|--trust-anchor|scanner.yml|DS or DNSKEY",
        "192.0.2.1|--light||IP address"
      })
  void whatCannotBeUsedIsRefusedWithTheReason(
      String name, String option, String file, String reason) {
    var ran =
        file == null ? plain(name, option) : plain(name, option, folder.resolve(file).toString());

    assertThat(ran.status()).isEqualTo(EstateCommand.REFUSED);
    assertThat(ran.err()).startsWith("estate: ").contains(reason).doesNotContain("Exception");
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.out()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"0", "-1", "65536"})
  void aPortThatIsNoneIsRefused(String port) {
    var ran = plain("ferry.test", "--dns-port=" + port);

    assertThat(ran.status()).isEqualTo(EstateCommand.REFUSED);
    assertThat(ran.err()).contains(port + " is no port");
  }

  @Test
  void whereNobodyListensNothingIsSeen() {
    var ran =
        plain(
            "ferry.test",
            "--root-hints",
            hints.toString(),
            "--dns-port",
            "1",
            "--resolver",
            "127.0.0.1:1");

    assertThat(ran.status()).isEqualTo(EstateCommand.NOTHING_SEEN);
    assertThat(ran.out()).contains("Could not check").doesNotContain("ferry.test A");
  }

  @Test
  void explainsItself() {
    assertThat(plain("--help").status()).isZero();
    assertThat(plain("--help").out())
        .contains("--root-hints", "--trust-anchor", "--resolver", "--dns-port", "--json");
  }

  private static JsonNode json(String name, String... more) throws IOException {
    var all = new ArrayList<>(List.of(more));
    all.add("--json");
    return new ObjectMapper().readTree(scan(name, all.toArray(String[]::new)).out());
  }

  private static Ran scan(String name, String... more) {
    return run(name, hints.toString(), anchor.toString(), more);
  }

  private static Ran run(String name, String roots, String keys, String... more) {
    var resolver = world.dns().resolver();
    var all =
        new ArrayList<>(
            List.of(
                name,
                "--root-hints",
                roots,
                "--trust-anchor",
                keys,
                "--dns-port",
                String.valueOf(world.dns().dnsPort()),
                "--resolver",
                resolver.getAddress().getHostAddress() + ":" + resolver.getPort()));
    all.addAll(List.of(more));
    return plain(all.toArray(String[]::new));
  }

  private static Ran plain(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var all = new ArrayList<>(List.of("scan-dns", "--config", folder.toString()));
    all.addAll(List.of(arguments));
    int status =
        EstateCommand.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    return new Ran(status, out.toString(), err.toString());
  }
}
