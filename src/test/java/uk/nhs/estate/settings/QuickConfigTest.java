package uk.nhs.estate.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.nhs.estate.register.Refusal;

/// What is read quickly is what the full reader reads.
class QuickConfigTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-26");
  private static final Path OURS = Path.of("scanner-config");

  @TempDir static Path folder;

  @Test
  void whatIsInsideTheProgramIsReadAlike() {
    assertThat(QuickConfig.plain(null)).contains(full(null));
    assertThat(QuickConfig.plain(OURS)).contains(full(OURS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "allowed-networks: []|allowed-networks: [\"127.0.0.0/8\", \"::1/128\"]",
        "https-port: 443|https-port: 8443",
        "resolvers: []|resolvers: [\"[::1]:5353\"]",
        "trust-store: null|trust-store: \"/etc/ssl/roots.pem\"",
      })
  void anotherAimIsReadAlike(String shipped, String other) throws IOException {
    var changed = changed(shipped, other);

    assertThat(QuickConfig.plain(changed)).contains(full(changed));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "handshake: PT8S|handshake: PT9S",
        "https-port: 443|https-port: 65536",
        "https-port: 443|https-port: 0x1bb",
        "https-port: 443|https-port: 443 # the usual",
        "https-port: 443|https-port: &port 443",
        "hops: 10|jumps: 10",
        "hops: 10|hops: ten",
        "allowed-networks: []|allowed-networks: [127.0.0.0/8]",
        "allowed-networks: []|allowed-networks: [\"loopback\"]",
        "https-port: 443|{https-port: 443}",
      })
  void anythingElseIsLeftToTheFullReader(String shipped, String other) throws IOException {
    assertThat(QuickConfig.plain(changed(shipped, other))).isEmpty();
  }

  @Test
  void aMistakeIsRefusedInTheWordsOfTheFullReader() throws IOException {
    var changed = changed("https-port: 443", "https-port: 65536");

    assertThatThrownBy(() -> QuickConfig.read(changed, TODAY))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("https-port");
  }

  @Test
  void anotherPolicyOrProfileIsLeftToTheFullReader() throws IOException {
    var changed = changed("https-port: 443", "https-port: 444");
    Files.copy(OURS.resolve("policy/2026-11.yml"), changed.resolve("policy/2026-12.yml"));

    assertThat(QuickConfig.plain(changed)).isEmpty();
    assertThat(QuickConfig.plain(changed.resolve("none"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a:\n", "a: 1\na: 2", "a:\n    b: 1\n  c: 2", "\ta: 1", "a: 'b'", "a: |\n  b"})
  void whatIsNotPlainIsNotGuessedAt(String text) {
    assertThat(PlainYaml.read(text)).isEmpty();
  }

  @Test
  void listsAndMapsAreReadWithinEachOther() {
    assertThat(PlainYaml.read("all:\n  - name: b c\n    of: [d, \"e\"]\n  - f\n").orElseThrow())
        .containsEntry("all/0/name", "b c")
        .containsEntry("all/0/of", "[d, \"e\"]")
        .containsEntry("all/1", "f");
  }

  @Property(tries = 300)
  boolean neverFailsWhateverTheText(
      @ForAll List<@AlphaChars @Chars({' ', ':', '-', '#', '[', '"', '\n', ','}) String> lines) {
    return PlainYaml.read(String.join("\n", lines))
        .map(values -> !values.containsKey(""))
        .orElse(true);
  }

  private static Path changed(String shipped, String other) throws IOException {
    var changed = Files.createTempDirectory(folder, "config");
    Files.createDirectories(changed.resolve("policy"));
    Files.copy(OURS.resolve("policy/2026-11.yml"), changed.resolve("policy/2026-11.yml"));
    var text = Files.readString(OURS.resolve("scanner.yml"));
    assertThat(text).contains(shipped);
    Files.writeString(changed.resolve("scanner.yml"), text.replace(shipped, other));
    return changed;
  }

  private static QuickConfig full(@Nullable Path folder) {
    var config = ScannerConfig.read(folder);
    return new QuickConfig(
        config.scanner(),
        config.policy(TODAY),
        config.lists().tlsProfiles(),
        config.lists().logs());
  }
}
