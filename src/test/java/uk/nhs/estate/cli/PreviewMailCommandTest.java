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
import uk.nhs.estate.practice.AwkwardZones;
import uk.nhs.estate.practice.PracticeWorld;
import uk.nhs.estate.practice.Signing;

/// `preview-mail`, aimed at a private world.
class PreviewMailCommandTest {
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
    var server = world.dns().open();
    var now = Signing.from(Instant.now());
    world.put(
        AwkwardZones.sound("post.test", server, server)
            .with(
                """
                @ MX 10 www
                @ TXT "v=spf1 a:www.post.test ?all"
                _dmarc TXT "v=DMARC1; p=none; rua=mailto:a@post.test"
                """)
            .signed(now),
        server);
    world.put(
        AwkwardZones.sound("reader.test", server, server)
            .with("post.test._report._dmarc TXT \"v=DMARC1\"")
            .signed(now),
        server);
  }

  @AfterAll
  static void stop() throws IOException {
    world.close();
  }

  @Test
  void saysWhatToPublishNext() {
    var ran = run("post.test");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .contains(
            "_dmarc.post.test. IN TXT \"v=DMARC1; p=quarantine; rua=mailto:a@post.test\"",
            "post.test. IN TXT \"v=spf1 a:www.post.test ~all\"",
            "Look at this first:");
  }

  @Test
  void asksWhatARecordLeadsTo() throws IOException {
    var preview = json("--dmarc", "v=DMARC1; p=reject; rua=mailto:a@reader.test");
    assertThat(preview.path("closes").findValuesAsText("id")).contains("mail.dmarc-policy-none");
    assertThat(preview.path("unchecked").findValuesAsText("id"))
        .noneMatch(id -> id.startsWith("mail.dmarc"));
    var elsewhere = json("--dmarc", "v=DMARC1; p=reject; rua=mailto:a@nobody.test");
    assertThat(elsewhere.path("opens").findValuesAsText("id"))
        .contains("mail.dmarc-report-unauthorised");
  }

  @Test
  void showsAPersonWhatWouldBeDifferent() {
    var ran = run("post.test", "--dmarc", "v=DMARC1; p=quarantine; rua=mailto:a@post.test");
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .containsSubsequence(
            "Would close:",
            "The DMARC policy does nothing about forged mail",
            "Would open:",
            "puts forged mail aside");
  }

  @Test
  void saysByItsStatusWhetherSomethingGraveWouldBeWrong() {
    assertThat(run("post.test", "--spf", "v=spf1 +all").status())
        .isEqualTo(EstateCommand.FAULTS_FOUND);
  }

  @Test
  void refusesWhatCannotBeARecord() {
    var ran = run("post.test", "--spf", " ");
    assertThat(ran.status()).isEqualTo(EstateCommand.REFUSED);
    assertThat(ran.err()).contains("The SPF record is empty");
  }

  @Test
  void whereNobodyListensNothingIsSeen() {
    var ran = plain("post.test", "--dns-port", "1", "--resolver", "127.0.0.1:1");
    assertThat(ran.status()).isEqualTo(EstateCommand.NOTHING_SEEN);
    assertThat(ran.err()).contains("could not be seen");
  }

  private static JsonNode json(String... more) throws IOException {
    var all = new ArrayList<>(List.of(more));
    all.add("--json");
    return new ObjectMapper().readTree(run("post.test", all.toArray(String[]::new)).out());
  }

  private static Ran run(String name, String... more) {
    var resolver = world.dns().resolver();
    var all =
        new ArrayList<>(
            List.of(
                "--dns-port",
                String.valueOf(world.dns().dnsPort()),
                "--resolver",
                resolver.getAddress().getHostAddress() + ":" + resolver.getPort()));
    all.addAll(List.of(more));
    return plain(name, all.toArray(String[]::new));
  }

  private static Ran plain(String name, String... more) {
    var out = new StringWriter();
    var err = new StringWriter();
    var all =
        new ArrayList<>(
            List.of(
                "preview-mail",
                name,
                "--config",
                folder.toString(),
                "--root-hints",
                folder.resolve("hints").toString(),
                "--trust-anchor",
                folder.resolve("anchor").toString()));
    all.addAll(List.of(more));
    int status =
        EstateCommand.run(new PrintWriter(out), new PrintWriter(err), all.toArray(String[]::new));
    return new Ran(status, out.toString(), err.toString());
  }
}
