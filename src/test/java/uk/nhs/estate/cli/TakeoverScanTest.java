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
import uk.nhs.estate.practice.Door;
import uk.nhs.estate.practice.PracticeEstate;
import uk.nhs.estate.practice.PracticeSite;
import uk.nhs.estate.practice.PracticeZone;
import uk.nhs.estate.practice.Reply;
import uk.nhs.estate.practice.Routes;

/// Aliases that were left behind, from the servers to what people read.
class TakeoverScanTest {
  private static final String SOA = "@ SOA ns hostmaster 1 7200 1800 1209600 300\n";
  private static final Door UNCLAIMED =
      new Door.Http(
          Routes.everything(Reply.html(404, "<h1>Pretend Pages</h1> There is no such page here.")));
  private static final Door CLAIMED =
      new Door.Http(Routes.everything(Reply.html(200, "<h1>The choir</h1>")));

  @TempDir static Path folder;
  private static PracticeEstate estate;

  @BeforeAll
  static void start() throws IOException {
    estate = PracticeEstate.start(Instant.now());
    PracticeConfig.write(folder, estate);
    Files.createDirectories(folder.resolve("lists"));
    Files.writeString(
        folder.resolve("lists/takeover-fingerprints.yml"),
        """
        source: a test
        date: 2026-11
        licence: none
        services:
          - {name: Pretend Pages, status: vulnerable, aliases: [pretend-pages.test],
             texts: ["There is no such page here."]}
          - {name: Pretend Cloud, status: vulnerable, aliases: [pretend-cloud.test]}
        """);
    Files.writeString(
        folder.resolve("lists/suppliers.yml"),
        """
        sources: {test: {title: a test, date: 2026-11, licence: none}}
        suppliers: [{name: Pretend Pages Ltd, web: [pretend-pages.test], sources: [test]}]
        """);
    estate.web().replace(new PracticeSite("old.left-behind.test", CLAIMED, new Door.Closed()));
    var address = estate.web().addressOf("old.left-behind.test").getHostAddress();
    var dns = estate.dns();
    dns.serve(PracticeZone.of("pretend-pages.test", SOA + "old A " + address));
    dns.serve(PracticeZone.of("pretend-cloud.test", SOA));
    dns.serve(PracticeZone.of("com", SOA));
    dns.serve(
        PracticeZone.of(
            "left-behind.test",
            SOA
                + """
                old    CNAME old.pretend-pages.test.
                cloud  CNAME old.pretend-cloud.test.
                free   CNAME www.a-domain-that-lapsed.com.
                round  CNAME again
                again  CNAME round
                """));
  }

  @AfterAll
  static void stop() throws IOException {
    estate.close();
  }

  @Test
  void aServiceThatSaysThatNobodyHasTheNameIsATakeover() throws IOException {
    estate.web().replace(new PracticeSite("old.left-behind.test", UNCLAIMED, new Door.Closed()));

    var report = scan("old.left-behind.test");
    assertThat(rules(report)).contains("whole.takeover").doesNotContain("address.alias-claimable");
    assertThat(report.at("/runBy/place").asText()).isEqualTo("THIRD_PARTY");
    assertThat(print("old.left-behind.test"))
        .contains("Pointing at a third party", "Pretend Pages Ltd (old.pretend-pages.test)")
        .contains("Urgent: The site shows that a stranger could take it over")
        .contains("old.pretend-pages.test: the answer of Pretend Pages for a name that nobody has");
  }

  @Test
  void aServiceThatShowsAPageIsNone() throws IOException {
    estate.web().replace(new PracticeSite("old.left-behind.test", CLAIMED, new Door.Closed()));

    var report = scan("old.left-behind.test");
    assertThat(rules(report)).doesNotContain("whole.takeover");
    assertThat(texts(report.path("positive"))).contains("whole.takeover");
  }

  @Test
  void aNameOfACloudThatIsGoneCanBeClaimed() throws IOException {
    assertThat(rules(scan("cloud.left-behind.test")))
        .contains("address.alias-claimable", "address.alias-target-missing")
        .doesNotContain("address.alias-domain-free");
  }

  @Test
  void aDomainThatNobodyHasRegisteredCanBeRegistered() throws IOException {
    assertThat(rules(scan("free.left-behind.test")))
        .contains("address.alias-domain-free", "address.alias-target-missing")
        .doesNotContain("address.alias-claimable");
  }

  @Test
  void aCircleOfAliasesIsAFaultOfTheSite() throws IOException {
    assertThat(rules(scan("round.left-behind.test")))
        .contains("address.alias-loop")
        .doesNotContain("address.alias-target-missing");
  }

  private static JsonNode scan(String name) throws IOException {
    return new ObjectMapper().readTree(run(name, "--json")).get(0);
  }

  private static String print(String name) {
    return run(name, "--as", "SITE");
  }

  private static String run(String name, String... more) {
    var out = new StringWriter();
    var err = new StringWriter();
    var arguments = new ArrayList<>(List.of("scan", name, "--config", folder.toString()));
    arguments.addAll(List.of(more));
    EstateCommand.run(new PrintWriter(out), new PrintWriter(err), arguments.toArray(String[]::new));
    assertThat(err.toString()).isEmpty();
    return out.toString();
  }

  private static List<String> rules(JsonNode report) {
    return texts(report.path("findings"));
  }

  private static List<String> texts(JsonNode findings) {
    return findings.findValuesAsText("rule");
  }
}
