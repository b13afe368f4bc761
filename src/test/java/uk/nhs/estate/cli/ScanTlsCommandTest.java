package uk.nhs.estate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import uk.nhs.estate.lab.LabIdentity;
import uk.nhs.estate.lab.LabTls;
import uk.nhs.estate.practice.PracticeEstate;
import uk.nhs.estate.probe.LoneServer;

/// `scan-tls` at real servers on loopback.
class ScanTlsCommandTest {
  @TempDir static Path folder;
  private static PracticeEstate practice;
  private static LoneServer server;
  private static Path roots;

  private record Ran(int status, String out, String err) {}

  @BeforeAll
  static void start() throws IOException {
    practice = PracticeEstate.start(Instant.now());
    PracticeConfig.write(folder, practice);
    server = LabTls.server().start();
    roots = Files.writeString(folder.resolve("lab.pem"), pem());
  }

  @AfterAll
  static void stop() throws IOException {
    server.close();
    practice.close();
  }

  @Test
  void saysWhatAServerOffersAndHowItStandsBesideOthers() {
    var ran = lab();

    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .contains("TLS 1.3  Yes", "TLS 1.1  No")
        .contains("Cipher suites of TLS 1.2: in the server's order")
        .contains("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "ECDHE-RSA-AES128-GCM-SHA256")
        .contains("Groups for key exchange in TLS 1.3", "secp384r1")
        .contains("Chain of certificates 2")
        .contains("Names          www.lab.test")
        .contains("Letter", "Mozilla intermediate", "Not met, cipher suites")
        .containsPattern("[1-9][0-9]* connections, [0-9]+ bytes read, [0-9]+ ms");
  }

  @Test
  void programsGetEverythingThatWasSeenAndJudged() throws IOException {
    var report = json(lab("--json"));

    assertThat(report.path("host").asText()).isEqualTo("www.lab.test");
    assertThat(report.path("port").asInt()).isEqualTo(server.port());
    var posture = report.at("/sighting/facts/servers/0/posture");
    assertThat(posture.path("versions").findValuesAsText("version")).hasSize(6);
    assertThat(posture.at("/suites/0/codes").size()).isPositive();
    assertThat(posture.at("/chains/0/chain/0/base64").asText()).isNotEmpty();
    assertThat(posture.at("/effort/connections").asInt()).isPositive();
    assertThat(report.at("/names/suites/49195").asText())
        .isEqualTo("TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256");
    assertThat(report.path("positive").findValuesAsText("rule"))
        .contains("tls.certificate-expired");
    assertThat(report.path("profiles").findValuesAsText("name")).contains("NCSC recommended");
    assertThat(report.at("/letter/is").asText()).isIn("Graded", "CannotSay");
  }

  @Test
  void commandsOfFindingsShowThisVeryPlace() throws IOException {
    for (var finding : json(lab("--json", "--sni", "other.lab.test")).path("findings")) {
      assertThat(finding.path("command").asText()).doesNotContain("{name}", ":443");
    }
  }

  @Test
  void aPassiveLookMakesOneHandshake() throws IOException {
    var report = json(lab("--json", "--level", "passive"));

    assertThat(report.at("/sighting/facts/servers/0/posture").isNull()).isTrue();
    assertThat(report.at("/letter/is").asText()).isEqualTo("CannotSay");
  }

  @Test
  void findsTheAddressesOfAName() {
    var ran =
        run("www.northmoor-hospitals.test:" + practice.httpsPort(), "--config", folder.toString());

    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).contains("Subject        CN=www.northmoor-hospitals.test");
  }

  @ParameterizedTest
  @CsvSource({
    "archive, tls.version-1-3-missing",
    "minutes, tls.unrelated-certificate-sent",
    "jobs, tls.root-sent",
    "jobs, tls.certificate-lifetime-long"
  })
  void findsWhatIsWrongWithThePracticeEstate(String site, String rule) throws IOException {
    var ran =
        run(
            site + ".otterbrook-icb.test:" + practice.httpsPort(),
            "--config",
            folder.toString(),
            "--json");

    assertThat(json(ran).path("findings").findValuesAsText("rule")).contains(rule);
  }

  @Test
  void looksBehindStarttls() throws IOException {
    var ran =
        run(
            "mail.northmoor-hospitals.test:" + practice.smtpPort(),
            "--starttls",
            "smtp",
            "--config",
            folder.toString(),
            "--json");

    assertThat(ran.err()).isEmpty();
    assertThat(json(ran).at("/sighting/facts/outcome/version").asText()).isEqualTo("TLSv1.3");
    assertThat(json(ran).at("/sighting/facts/servers/0/posture/versions").size()).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no such host|contains a space",
        "127.0.0.1:0|“0” is no port",
        "127.0.0.1:65536|“65536” is no port",
        "127.0.0.1:https|“https” is no port",
        "[::1|is no host",
        "https://www.example.nhs.uk/|give the name alone, www.example.nhs.uk",
        "localhost|is not a whole name",
      })
  void whatIsNoHostIsRefused(String host, String reason) {
    assertEnds(run(host), EstateCommand.REFUSED, reason);
  }

  @Test
  void otherMistakesAreRefusedInOneLineToo() throws IOException {
    var here = "127.0.0.1:" + server.port();
    assertEnds(run(here), EstateCommand.REFUSED, "must not connect to");
    assertEnds(run(here, "--ca-file", "/none.pem"), EstateCommand.REFUSED, "does not exist");
    assertEnds(
        run(here, "--ca-file", Files.writeString(folder.resolve("no.pem"), "x").toString()),
        EstateCommand.REFUSED,
        "no.pem");
    assertEnds(run(here, "--address", "here"), EstateCommand.REFUSED, "is no IP address");
    assertEnds(run(here, "--sni", "a_b"), EstateCommand.REFUSED, "underscore");
    assertEnds(run(here, "--allow-network", "loopback"), EstateCommand.REFUSED, "has no length");
    assertEnds(run(here, "--config", "/none"), EstateCommand.REFUSED, "scanner.yml");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--level=everything", "--starttls=ftp", "--colour", "second.host.test"})
  void aCommandLineThatIsNotUnderstoodEndsInOneLine(String option) {
    assertEnds(run("www.example.nhs.uk", option), 2, "see estate scan-tls --help");
  }

  @Test
  void aNameThatDoesNotExistHasAStatusOfItsOwn() {
    assertEnds(
        run("mistlethwaite-dental.test", "--config", folder.toString()),
        TlsLook.NO_SUCH_NAME,
        "the name has no address");
  }

  @Test
  void soHasAPortOnWhichNobodyListens() throws IOException {
    int port;
    try (var closed = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      port = closed.getLocalPort();
    }
    assertEnds(
        run("127.0.0.1:" + port, "--allow-network", "127.0.0.0/8"),
        TlsLook.NOBODY_LISTENS,
        "Nobody listens at 127.0.0.1:" + port);
  }

  @Test
  void soHasAnotherProtocol() throws IOException {
    try (var other = LoneServer.start(LoneServer.says("220 \u001b[31mftp\r\n"))) {
      var ran = run("127.0.0.1:" + other.port(), "--allow-network", "127.0.0.0/8");
      assertEnds(ran, TlsLook.NOT_TLS, "does not speak TLS; it sent: 220 ");
      assertThat(ran.err()).doesNotContain("\u001b");
    }
  }

  @Test
  void helpSaysWhatEachExitStatusMeans() {
    var ran = run("--help");

    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .contains("Usage: estate scan-tls")
        .contains("6    there is no such name", "7    nobody listens", "8    what answers there");
  }

  /// What is usual is read without the library for command lines, and must mean the same.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.test",
        "a.test:8443 --json",
        "--json a.test --level thorough --sni b.test --ca-file c.pem",
        "a.test --address 192.0.2.1 --address 2001:db8::1 --allow-network 10.0.0.0/8",
        "a.test --starttls smtp --config folder --resolver 192.0.2.53",
      })
  void aUsualCommandLineMeansTheSameToBothReaders(String line) {
    var arguments = line.split(" ");
    var command = new ScanTlsCommand();
    new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);

    assertThat(TlsOrder.read(List.of(arguments), null).orElseThrow())
        .usingRecursiveComparison()
        .isEqualTo(command.order());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a.test b.test",
        "a.test --sni",
        "a.test --sni b --sni c",
        "--help",
        "@file",
        "a.test --level=thorough",
        "a.test --root-hints x",
        "a.test --json true"
      })
  void anythingElseIsLeftToTheLibrary(String line) {
    assertThat(TlsOrder.read(List.of(line.split(" ")), null)).isEmpty();
  }

  private static void assertEnds(Ran ran, int status, String words) {
    assertThat(ran.err()).contains(words);
    assertThat(ran.err().lines()).hasSize(1);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.status()).isEqualTo(status);
  }

  private static Ran lab(String... options) {
    var all =
        new ArrayList<>(
            List.of(
                "--address",
                "127.0.0.1",
                "--allow-network",
                "127.0.0.0/8",
                "--ca-file",
                roots.toString()));
    all.addAll(List.of(options));
    return run(LabIdentity.HOST + ":" + server.port(), all.toArray(String[]::new));
  }

  private static String pem() {
    var text = new StringBuilder();
    for (var kind : List.of(LabIdentity.Kind.P256, LabIdentity.Kind.RSA_2048)) {
      text.append("-----BEGIN CERTIFICATE-----\n")
          .append(Base64.getMimeEncoder().encodeToString(LabIdentity.of(kind).chain().getLast()))
          .append("\n-----END CERTIFICATE-----\n");
    }
    return text.toString();
  }

  private static JsonNode json(Ran ran) throws IOException {
    return new ObjectMapper().readTree(ran.out());
  }

  private static Ran run(String host, String... options) {
    var out = new StringWriter();
    var err = new StringWriter();
    var arguments = new ArrayList<>(List.of("scan-tls", host));
    arguments.addAll(List.of(options));
    int status =
        EstateCommand.run(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            arguments.toArray(String[]::new));
    return new Ran(status, out.toString(), err.toString());
  }
}
