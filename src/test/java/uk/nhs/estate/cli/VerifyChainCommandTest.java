package uk.nhs.estate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.estate.practice.CertificateOrder;
import uk.nhs.estate.practice.PracticeCa;

class VerifyChainCommandTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final PracticeCa CA = PracticeCa.create(NOW);
  @TempDir static Path folder;

  private record Ran(int status, String out, String err) {}

  @BeforeAll
  static void write() throws IOException {
    var order = CertificateOrder.of(NOW, "www.clinic.test");
    write("roots", List.of(CA.root()));
    write("sound", CA.issue(order).chain());
    write("incomplete", CA.issue(order.chain(CertificateOrder.Chain.WITHOUT_INTERMEDIATE)).chain());
    write("expired", CA.issue(order.until(NOW.minus(Duration.ofDays(1)))).chain());
    Files.writeString(folder.resolve("text"), "no certificates here\n");
    Files.writeString(
        folder.resolve("garbage"),
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
  }

  @Test
  void showsTheWayToTheRoot() {
    var ran = run("sound", "--name", "www.clinic.test");

    assertThat(ran.status()).isZero();
    assertThat(ran.out())
        .startsWith("The chain holds.")
        .contains("www.clinic.test", "Practice Issuing CA", "Practice Root CA");
  }

  @Test
  void saysWhereAChainEnds() {
    var ran = run("incomplete");

    assertThat(ran.status()).isEqualTo(1);
    assertThat(ran.out()).startsWith("The chain is broken at").contains("Practice Issuing CA");
  }

  @Test
  void theMomentCounts() {
    assertThat(run("expired").status()).isEqualTo(1);
    assertThat(run("expired", "--at", "2026-10-01T00:00:00Z").status()).isZero();
  }

  @Test
  void soDoesTheName() throws IOException {
    var ran = run("sound", "--name", "www.other.test", "--json");

    assertThat(ran.status()).isEqualTo(1);
    var json = new ObjectMapper().readTree(ran.out());
    assertThat(json.path("result").asText()).isEqualTo("broken");
    assertThat(json.path("flaw").path("kind").asText()).isEqualTo("OTHER_NAME");
  }

  @Test
  void theRootsOfThePlatformDoNotKnowThisAuthority() {
    var ran = run(List.of("verify-chain", folder.resolve("sound").toString()));

    assertThat(ran.status()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "text, holds no certificate in PEM",
    "garbage, Certificate 1 of",
    "nowhere, there is no such file",
  })
  void refusesWhatItCannotRead(String file, String why) {
    var ran = run(file);

    assertThat(ran.status()).isEqualTo(3);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).startsWith("estate: ").contains(why).hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({"--at, yesterday", "--intermediates, 101", "--ca-file, missing.pem"})
  void refusesOptionsThatMakeNoSense(String option, String value) {
    var ran = run("sound", option, value);

    assertThat(ran.status()).isEqualTo(3);
    assertThat(ran.err()).startsWith("estate: ").hasLineCount(1);
  }

  private static Ran run(String file, String... options) {
    var arguments = new ArrayList<String>();
    arguments.add("verify-chain");
    arguments.add(folder.resolve(file).toString());
    if (!List.of(options).contains("--ca-file")) {
      arguments.addAll(List.of("--ca-file", folder.resolve("roots").toString()));
    }
    if (!List.of(options).contains("--at")) {
      arguments.addAll(List.of("--at", NOW.toString()));
    }
    arguments.addAll(List.of(options));
    return run(arguments);
  }

  private static Ran run(List<String> arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    int status =
        EstateCommand.run(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            arguments.toArray(String[]::new));
    return new Ran(status, out.toString(), err.toString());
  }

  private static void write(String name, List<X509Certificate> chain) throws IOException {
    Files.writeString(
        folder.resolve(name),
        chain.stream().map(VerifyChainCommandTest::pem).collect(Collectors.joining()));
  }

  private static String pem(X509Certificate certificate) {
    try {
      return "-----BEGIN CERTIFICATE-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
          + "\n-----END CERTIFICATE-----\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException(e);
    }
  }
}
