package uk.nhs.estate.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/// `spf`, aimed at a private world by its options alone.
class SpfCommandTest {
  @TempDir static Path folder;
  private static PracticeWorld world;

  private record Ran(int status, String out, String err) {}

  @BeforeAll
  static void start() throws IOException {
    world = PracticeWorld.start(Instant.now());
    Files.writeString(folder.resolve("hints"), world.dns().rootHints());
    Files.writeString(folder.resolve("anchor"), world.dns().trustAnchor());
    var ours = Path.of("scanner-config");
    Files.createDirectories(folder.resolve("policy"));
    Files.copy(ours.resolve("policy/2026-11.yml"), folder.resolve("policy/2026-11.yml"));
    Files.writeString(
        folder.resolve("scanner.yml"),
        Files.readString(ours.resolve("scanner.yml"))
            .replace("allowed-networks: []", "allowed-networks: [\"127.0.0.0/8\"]"));
    var now = Signing.from(Instant.now());
    var server = world.dns().open();
    world.put(
        AwkwardZones.sound("clinic.test", server, server)
            .with(
                """
                @        TXT "v=spf1 include:_spf.supplier.test exists:%{l}.ok.%{d} -all exp=why.%{d}"
                why      TXT "%{i} is not ours"
                ward.ok  A   127.0.0.2
                _spf     TXT "v=spf1 ip4:192.0.2.7 ?all"
                rude     TXT "v=spf1 +all x=\\027[31mred"
                broken   TXT "v=spf1 ip4:1.2.3 -all"
                empty    A   127.42.0.1
                """)
            .signed(now),
        server);
    var supplier = world.dns().open();
    world.put(
        AwkwardZones.sound("supplier.test", supplier, supplier)
            .with("_spf TXT \"v=spf1 ip4:192.0.2.0/28 -all\"")
            .signed(now),
        supplier);
    var mute = world.dns().open();
    world.put(AwkwardZones.sound("mute.test", mute, mute).signed(now), mute);
    world.dns().misbehave(mute, new Misbehaviour.Silent());
  }

  @AfterAll
  static void stop() throws IOException {
    world.close();
  }

  @Test
  void showsTheResultAndEveryTermThatWasTried() {
    var ran = spf("clinic.test", "--ip", "192.0.2.7");

    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .startsWith("clinic.test for 192.0.2.7: pass")
        .contains("Because: include:_spf.supplier.test of clinic.test matches")
        .contains("Sender: postmaster@clinic.test, HELO clinic.test")
        .contains("Look-ups: 1 of 10; of these void: 0 of 2")
        .contains("ip4:192.0.2.0/28: matches: pass [1]")
        .contains("_spf.supplier.test TXT: \"v=spf1 ip4:192.0.2.0/28 -all\" [secure]");
  }

  @Test
  void usesTheSenderForMacrosAndShowsTheDomainsOwnWords() {
    var ward = spf("clinic.test", "--ip", "198.51.100.1", "--from", "ward@clinic.test");
    assertThat(ward.out()).startsWith("clinic.test for 198.51.100.1: pass");

    var other = spf("clinic.test", "--ip", "198.51.100.1", "--from", "x@clinic.test");
    assertThat(other.out())
        .startsWith("clinic.test for 198.51.100.1: fail")
        .contains("The domain's own words: 198.51.100.1 is not ours")
        .contains("of these void: 1 of 2");
    assertThat(other.status()).as("a receiver gets a clear answer").isZero();
  }

  @Test
  void printsTheWholeTraceAsJson() throws IOException {
    var ran = spf("clinic.test", "--ip", "192.0.2.7", "--json");
    var json = new ObjectMapper().readTree(ran.out());

    assertThat(json.at("/result").asText()).isEqualTo("PASS");
    assertThat(json.path("trace").findValuesAsText("term"))
        .containsExactly("", "include:_spf.supplier.test", "", "ip4:192.0.2.0/28");
    assertThat(json.at("/trace/0/asked/0/name").asText()).isEqualTo("clinic.test");
  }

  @ParameterizedTest
  @CsvSource({
    "_spf.clinic.test, 192.0.2.7, pass, 0",
    "_SPF.clinic.test., 192.0.2.8, neutral, 0",
    "empty.clinic.test, 192.0.2.7, none, 1",
    "nobody.clinic.test, 192.0.2.7, none, 1",
    "broken.clinic.test, 2001:db8::1, permerror, 1",
    "mute.test, 192.0.2.7, temperror, 4"
  })
  void theExitStatusTellsAnAnswerFromAFaultAndFromSilence(
      String name, String ip, String result, int status) {
    var ran = spf(name, "--ip", ip);

    assertThat(ran.out().lines().findFirst()).get().asString().endsWith(": " + result);
    assertThat(ran.status()).isEqualTo(status);
  }

  @Test
  void textFromOutsideCannotMoveTheTerminal() {
    var ran = spf("rude.clinic.test", "--ip", "192.0.2.7");

    assertThat(ran.out()).contains("[31mred").doesNotContain("\u001b");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "clinic.test|--ip|192.0.2|no IP address",
        "clinic.test|--ip|192.0.2.1/24|no IP address",
        "192.0.2.1|--ip|192.0.2.1|IP address",
        "_spf|--ip|192.0.2.1|_spf",
        "a b.test|--ip|192.0.2.1|a b.test",
        "clinic.test|--from|nobody|no mailbox",
        "clinic.test|--from|a b@c.test|none of them a space",
        "clinic.test|--helo|''|none of them a space"
      })
  void whatCannotBeUsedIsRefusedWithTheReason(
      String name, String option, String value, String reason) {
    var ran =
        option.equals("--ip")
            ? spf(name, option, value)
            : spf(name, "--ip", "192.0.2.1", option, value.replace("''", ""));

    assertThat(ran.status()).isEqualTo(EstateCommand.REFUSED);
    assertThat(ran.err()).startsWith("estate: ").contains(reason).doesNotContain("Exception");
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void needsAnAddressAndExplainsItself() {
    assertThat(spf("clinic.test").status()).isEqualTo(2);
    assertThat(spf("clinic.test").err()).contains("--ip");
    assertThat(spf("--help").out())
        .contains("--ip", "--from", "--helo", "--root-hints", "--json", "permerror");
  }

  private static Ran spf(String... arguments) {
    var resolver = world.dns().resolver();
    var all =
        new ArrayList<>(
            List.of(
                "spf",
                "--config",
                folder.toString(),
                "--root-hints",
                folder.resolve("hints").toString(),
                "--trust-anchor",
                folder.resolve("anchor").toString(),
                "--dns-port",
                String.valueOf(world.dns().dnsPort()),
                "--resolver",
                resolver.getAddress().getHostAddress() + ":" + resolver.getPort()));
    all.addAll(List.of(arguments));
    var out = new StringWriter();
    var err = new StringWriter();
    int status =
        EstateCommand.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    return new Ran(status, out.toString(), err.toString());
  }
}
