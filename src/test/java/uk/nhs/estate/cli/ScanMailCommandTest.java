package uk.nhs.estate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.nhs.estate.practice.PracticeEstate;

/// `scan-mail` at pretend domains, whose name servers, policy hosts and mail servers are real.
class ScanMailCommandTest {
  @TempDir static Path folder;
  private static PracticeEstate practice;

  private record Ran(int status, String out, String err) {}

  @BeforeAll
  static void start() throws IOException {
    practice = PracticeEstate.start(Instant.now());
    PracticeConfig.write(folder, practice);
  }

  @AfterAll
  static void stop() throws IOException {
    practice.close();
  }

  @Test
  void saysOfASoundDomainHowAllOfItsMailIsProtected() {
    var ran = run("northmoor-hospitals.test");

    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .contains("Takes mail")
        .contains("mail.northmoor-hospitals.test: 127.")
        .contains("mx [1]: northmoor-hospitals.test 127.")
        .contains("1 of 10 look-ups, 0 of 2 void")
        .contains("For the domain itself: reject (p at _dmarc.northmoor-hospitals.test)")
        .contains("s1: RSA, 2048 bits")
        .contains(
            "The policy: mode enforce, for 30 days, mail servers mail.northmoor-hospitals.test")
        .contains("v=TLSRPTv1")
        .contains("1 TLSA records, 1 of them usable")
        .contains("> EHLO")
        .contains("< 250-")
        .contains("> STARTTLS")
        .contains("TLSv1.3 with TLS_AES_256_GCM_SHA384")
        .doesNotContain("> MAIL", "> RCPT", "> DATA");
  }

  @Test
  void findsNothingAtASoundDomainButWhatComesOfLoopback() throws IOException {
    assertThat(rules(json("northmoor-hospitals.test")))
        .containsExactlyInAnyOrder(
            "mail.mx-without-address", "mail.mx-without-ipv6", "mail.spf-internal-address");
  }

  @ParameterizedTest
  @CsvSource({
    "northmoor-appeal.test, mail.spf-lookups-exceeded",
    "saltmarsh-news.test, mail.smtp-starttls-missing",
    "otterbrook-events.test, mail.sts-stops-mail",
    "ravenscar-letters.test, mail.dkim-key-weak",
    "ravenscar-letters.test, mail.dmarc-reports-to-mail-check",
    "cloverdale-walk.test, mail.parked-spf-missing",
    "willowford-surgery.test, mail.dmarc-missing"
  })
  void findsWhatIsWrong(String domain, String rule) throws IOException {
    assumeTrue(hasAddressesOfTheirOwn());
    assertThat(rules(json(domain))).contains(rule);
  }

  @Test
  void factsHoldEverythingThatWasAskedAsItWasSent() throws IOException {
    var mail = json("northmoor-hospitals.test").at("/sightings/0/facts");

    assertThat(mail.path("lookups").findValuesAsText("name"))
        .contains("_mta-sts.northmoor-hospitals.test", "s1._domainkey.northmoor-hospitals.test");
    assertThat(mail.at("/policy/hops/0/status").asInt()).isEqualTo(200);
    assertThat(mail.at("/servers/0/meeting/dialogue/0/reply/0").asText()).startsWith("220 ");
    assertThat(mail.path("lookups").size()).isLessThan(37);
  }

  /// What nobody asked would be asked again and again, at every domain that is not used for mail.
  @Test
  void nothingIsLeftOpenAtADomainThatIsNotUsedForMail() throws IOException {
    for (var name : List.of("northmoor-choir.test", "cloverdale-walk.test")) {
      assertThat(json(name).path("couldNotCheck").findValuesAsText("rule")).isEmpty();
    }
  }

  @Test
  void programsGetTheTreesBehindTheEvidence() throws IOException {
    var readings =
        new ObjectMapper().readTree(run("northmoor-appeal.test", "--json").out()).path("readings");

    assertThat(readings.at("/spf/root/lookups").asInt()).isEqualTo(12);
    assertThat(readings.at("/spf/root/entries/11/total").asInt()).isEqualTo(12);
    assertThat(readings.at("/dmarc/reading/domain/policy").asText()).isEqualTo("REJECT");
    assertThat(readings.at("/dkim/tried").isEmpty()).isFalse();
  }

  @Test
  void aLightLookMeetsNoMailServer() throws IOException {
    var report = json("northmoor-hospitals.test", "--light");

    assertThat(report.at("/sightings/0/facts/servers/0/meeting/is").asText()).isEqualTo("Unmet");
    assertThat(report.path("couldNotCheck").findValuesAsText("reason"))
        .anyMatch(reason -> reason.contains("scan level"));
  }

  @Test
  void looksForTheSelectorsThatAreGiven() {
    assertThat(run("northmoor-hospitals.test", "--selector", "trust2026").out())
        .contains("trust2026 (registered): no key");
  }

  @Test
  void aNameThatDoesNotExistIsToldFromOneThatCouldNotBeAsked() {
    assertThat(run("mistlethwaite-dental.test").out()).contains("The name does not exist");
    assertThat(run("quietwater-support.test").status()).isEqualTo(EstateCommand.NOTHING_SEEN);
  }

  @Test
  void whatIsNoNameIsRefused() {
    var ran = run("not a name");
    assertThat(ran.status()).isEqualTo(EstateCommand.REFUSED);
    assertThat(ran.err().lines()).hasSize(1);
  }

  /// On a system with one loopback address only, all mail servers are the same.
  private static boolean hasAddressesOfTheirOwn() {
    try (var _ = new ServerSocket(0, 1, InetAddress.ofLiteral("127.42.0.1"))) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static List<String> rules(JsonNode report) {
    return report.path("findings").findValuesAsText("rule");
  }

  private static JsonNode json(String name, String... options) throws IOException {
    var ran =
        run(name, Stream.concat(Stream.of("--json"), Stream.of(options)).toArray(String[]::new));
    return new ObjectMapper().readTree(ran.out()).path("report");
  }

  private static Ran run(String name, String... options) {
    var out = new StringWriter();
    var err = new StringWriter();
    var arguments =
        Stream.concat(
                Stream.of("scan-mail", name, "--config", folder.toString()), Stream.of(options))
            .toArray(String[]::new);
    var status =
        EstateCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Ran(status, out.toString(), err.toString());
  }
}
