package uk.nhs.estate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EstateCommandTest {

  record Ran(int status, String out, String err) {}

  private static Ran run(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int status = EstateCommand.run(new PrintWriter(out), new PrintWriter(err), arguments);
    return new Ran(status, out.toString(), err.toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "serve",
        "worker",
        "migrate",
        "import",
        "scan",
        "scan-dns",
        "scan-mail",
        "scan-tls",
        "spf",
        "explain",
        "checks"
      })
  void everyCommandExplainsItself(String command) {
    var ran = run(command, "--help");

    assertThat(ran.status()).isZero();
    assertThat(ran.out()).contains("Usage: estate " + command);
    assertThat(run("--help").out()).contains("  " + command + " ");
  }

  @Test
  void withoutACommandItSaysWhatThereIs() {
    var ran = run();

    assertThat(ran.status()).isEqualTo(2);
    assertThat(ran.err()).contains("Missing required subcommand").contains("estate demo");
  }

  @Test
  void anUnknownCommandIsAMistakeOfTheCommandLine() {
    assertThat(run("skan").status()).isEqualTo(2);
    assertThat(run("skan").err()).contains("scan");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "192.0.2.1|IP address",
        "https://www.example.nhs.uk/path|www.example.nhs.uk",
        "web@example.nhs.uk|e-mail",
        "nhs.uk|public suffix",
        "no such name|name"
      })
  void aNameThatIsNoNameIsRefusedWithTheReason(String name, String reason) {
    var ran = run("scan", name);

    assertThat(ran.status()).isEqualTo(EstateCommand.REFUSED);
    assertThat(ran.err()).startsWith("estate: ").contains(reason).doesNotContain("Exception");
  }

  @Test
  void aRefusalCannotMoveTheTerminal() {
    assertThat(run("checks", "\u001b[31mred").err()).doesNotContain("\u001b").contains("\\x1B");
  }

  @Test
  void checksAreListedAndExplained() throws IOException {
    assertThat(run("checks").out()).contains("http.hsts-missing").contains("Advisory");
    assertThat(run("checks", "http.hsts-missing").out()).contains("RFC 6797").contains("Fix");
    var json = new ObjectMapper().readTree(run("checks", "--json").out());
    assertThat(json.size()).isGreaterThan(20);
    assertThat(json.get(0).get("id").asText()).isNotBlank();
  }

  @Test
  void anUnknownCheckIsRefused() {
    var ran = run("checks", "http.nothing");

    assertThat(ran.status()).isEqualTo(EstateCommand.REFUSED);
    assertThat(ran.err()).contains("http.nothing").contains("estate checks");
  }

  @Test
  void settingsThatAreWrongNameTheFileAndTheField(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("scanner.yml"), "user-agent: x\n");
    var ran = run("scan", "www.example.nhs.uk", "--config", folder.toString());

    assertThat(ran.status()).isEqualTo(EstateCommand.REFUSED);
    assertThat(ran.err()).contains("scanner.yml").contains("user-agent");
  }

  @Test
  void aDatabaseThatIsNotThereIsSaidInOneLine() {
    var ran =
        run(
            "explain",
            "example.nhs.uk",
            "dns.caa-missing",
            "--database-url",
            "jdbc:postgresql://127.0.0.1:1/none");

    assertThat(ran.status()).isEqualTo(EstateCommand.NO_DATABASE);
    assertThat(ran.err()).startsWith("estate: The database cannot be used");
    assertThat(ran.err().lines()).hasSize(1);
  }
}
