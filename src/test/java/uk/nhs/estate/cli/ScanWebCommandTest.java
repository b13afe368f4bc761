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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.nhs.estate.practice.Door;
import uk.nhs.estate.practice.PracticeEstate;
import uk.nhs.estate.practice.Reply;
import uk.nhs.estate.practice.Routes;

/// `scan-web` and `headers` at pretend sites, whose web servers are real.
class ScanWebCommandTest {
  private static final String SOUND = "www.northmoor-hospitals.test";
  private static final String COOKIES = "www.thistledown-minds.test";
  private static final String WEAK = "booking.puddlecombe-practice.test";

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
  void saysOfASoundSiteWhatItSendsAndFindsNothingButWhatComesOfLoopback() throws IOException {
    var ran = run("scan-web", SOUND);

    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .contains(
            "Visit to http://" + SOUND + "/",
            "301 from http://" + SOUND + "/",
            "Leads to https://" + SOUND + "/",
            "Strict-Transport-Security",
            "max-age=63072000; includeSubDomains",
            "__Host-visit",
            "contact: mailto:security@" + SOUND,
            "Comparable to MDN HTTP Observatory",
            "12 of 12 tests passed",
            "Score ")
        .doesNotContain("pretend; Path");
    assertThat(json(SOUND).at("/report/findings").findValuesAsText("rule"))
        .containsExactlyInAnyOrder("address.private-address-published", "address.ipv6-missing");
  }

  @Test
  void noLineIsLongerThanATerminalIsWide() {
    for (var host : List.of(SOUND, COOKIES, WEAK)) {
      assertThat(run("scan-web", host).out().lines())
          .allMatch(line -> line.length() <= Narrow.COLUMNS);
    }
  }

  @Test
  void saysWhatIsWrongAndHowToMendItAndNeverTheValueOfACookie() throws IOException {
    var ran = run("scan-web", COOKIES);

    assertThat(ran.status()).isEqualTo(EstateCommand.FAULTS_FOUND);
    assertThat(ran.out())
        .contains("session", "A cookie is not kept to HTTPS", "Fix     Add Secure to the cookie")
        .doesNotContain("=pretend");
    assertThat(run("scan-web", COOKIES, "--json").out()).doesNotContain("=pretend");
    assertThat(json(COOKIES).at("/report/sightings/2/facts/secure/hops/0/fields").toString())
        .contains("session=(not shown); Path=/");
  }

  @Test
  void whatATerminalWouldObeyIsSpelledOut() throws IOException {
    assumeTrue(hasAddressesOfTheirOwn());
    var site = practice.web().site("forum.thistledown-minds.test").orElseThrow();
    try {
      practice
          .web()
          .replace(
              site.https(
                  new Door.Https(
                      ((Door.Https) site.https()).tls(),
                      Routes.everything(
                          Reply.html(200, "<title>\u001B[31m</title>")
                              .with(
                                  "Server: \u001B[31mred\u0007",
                                  "Set-Cookie: a\u001B[31m=1",
                                  "X-Powered-By: \u00E2\u0080\u00AEgnp.exe")))));
      var ran = run("scan-web", "forum.thistledown-minds.test");
      assertThat(ran.out()).contains("\\x1B[31m").doesNotContain("\u001B", "\u0007");
      assertThat(run("scan-web", "forum.thistledown-minds.test", "--json").out())
          .isNotEmpty()
          .matches("[\\x20-\\x7E\\n]*");
    } finally {
      practice.web().replace(site);
    }
  }

  @Test
  void tellsWhyNothingCouldBeSeenInOneLineAndByItsStatus() throws IOException {
    var nowhere = run("scan-web", "nosuch.northmoor-hospitals.test");
    assertThat(nowhere.status()).isEqualTo(TlsLook.NO_SUCH_NAME);
    assertThat(nowhere.err().lines()).singleElement().asString().contains("it does not exist");

    assumeTrue(hasAddressesOfTheirOwn());
    var cutOff = run("scan-web", "maps.slowley-dawdle.test");
    assertThat(cutOff.status()).isEqualTo(EstateCommand.NOTHING_SEEN);
    assertThat(cutOff.err().lines()).singleElement().asString().contains("cut off");

    var site = practice.web().site("forum.thistledown-minds.test").orElseThrow();
    try {
      practice.web().replace(site.http(new Door.Closed()).https(new Door.Closed()));
      var closed = run("scan-web", site.host());
      assertThat(closed.status()).isEqualTo(TlsLook.NOBODY_LISTENS);
      assertThat(closed.err().lines()).singleElement().asString().contains("Nobody listens");
    } finally {
      practice.web().replace(site);
    }

    var noName = run("scan-web", "not a name");
    assertThat(noName.status()).isEqualTo(EstateCommand.REFUSED);
    assertThat(noName.err().lines()).hasSize(1);
  }

  @Test
  void aLightLookMakesOneVisit() throws IOException {
    var http = json(SOUND, "--level", "passive").at("/report/sightings/2/facts");
    assertThat(http.at("/plain/hops").isEmpty()).isTrue();
    assertThat(http.at("/secure/hops/0/status").asInt()).isEqualTo(200);
  }

  @Test
  void saysWhatAProposedHeaderWouldOpenCloseAndKeep() throws IOException {
    var file =
        file(
            "better.txt",
            """
            HTTP/2 200
            Strict-Transport-Security: max-age=63072000; includeSubDomains
            Content-Security-Policy: default-src 'self'; base-uri 'none'; form-action 'self'; \
            frame-ancestors 'none'
            """);
    var person = run("headers", "--simulate", file, "--host", WEAK);
    assertThat(person.out())
        .containsSubsequence(
            WEAK,
            "Today: Score",
            "Sent today, and not any more: ",
            "X-Content-Type-Options",
            "Would open",
            "http.nosniff-missing",
            "Would close (",
            "http.csp-missing")
        .contains("http.hsts-short");
    assertThat(person.out().lines()).allMatch(line -> line.length() <= Narrow.COLUMNS);

    var merged =
        new ObjectMapper()
            .readTree(
                run("headers", "--simulate", file, "--host", WEAK, "--merge", "--json").out());
    assertThat(merged.path("closes").findValuesAsText("rule"))
        .contains("http.hsts-short", "http.csp-missing");
    assertThat(merged.path("opens")).isEmpty();
    assertThat(merged.at("/observatory/score").asInt())
        .isGreaterThan(merged.at("/observatoryToday/score").asInt());
    assertThat(merged.at("/score/points").asInt())
        .isGreaterThan(merged.at("/scoreToday/points").asInt());
  }

  @Test
  void judgesAHeaderWithoutASiteAgainstAnotherOrNothing() throws IOException {
    var sound =
        file(
            "sound.txt",
            """
            Content-Type: text/html; charset=utf-8
            Strict-Transport-Security: max-age=63072000; includeSubDomains
            Content-Security-Policy: default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'
            X-Content-Type-Options: nosniff
            Referrer-Policy: no-referrer
            """);
    var bare = file("bare.txt", "Content-Type: text/html\n");
    var page = file("page.html", "<!doctype html><html lang=en><title>Try</title>");

    var alone = new ObjectMapper().readTree(run("headers", "--simulate", bare, "--json").out());
    assertThat(alone.path("opens").findValuesAsText("rule"))
        .contains("http.hsts-missing", "http.csp-missing");
    assertThat(alone.path("scoreToday").isNull()).isTrue();
    assertThat(alone.path("unchecked").findValuesAsText("rule"))
        .contains("http.redirect-to-https-missing");

    var ran = run("headers", "--simulate", sound, "--against", bare, "--page", page, "--json");
    var both = new ObjectMapper().readTree(ran.out());
    assertThat(both.path("closes").findValuesAsText("rule"))
        .contains("http.hsts-missing", "http.csp-missing");
    assertThat(both.path("opens")).isEmpty();

    var weak = file("weak.txt", "Content-Security-Policy: default-src * 'unsafe-inline'\n");
    var judged = run("headers", "--simulate", weak, "--against", bare);
    assertThat(judged.out())
        .contains("csp.inline-script-allowed")
        .containsPattern("Observatory: [A-F][+-]?, [0-9]+ points")
        .doesNotContain("page.title-missing");
  }

  @Test
  void refusesAFileThatIsNoHeaderWithItsLine() throws IOException {
    var file = file("wrong.txt", "X-Frame-Options: DENY\nadd_header X 1;\n");
    var ran = run("headers", "--simulate", file);
    assertThat(ran.status()).isEqualTo(EstateCommand.REFUSED);
    assertThat(ran.err().lines())
        .singleElement()
        .asString()
        .startsWith("estate: " + file + ", line 2: ");
    assertThat(run("headers", "--simulate", folder.resolve("none").toString()).err())
        .contains("cannot be read");
    assertThat(run("headers", "--simulate", file, "--merge").err()).contains("nothing to merge");
    assertThat(run("headers", "--simulate", file, "--host", "a.test", "--against", file).err())
        .contains("not both");
  }

  @Test
  void aSiteWithoutAPageOfItsOwnCannotHaveAHeader() throws IOException {
    var file = file("any.txt", "X-Frame-Options: DENY\n");
    var ran = run("headers", "--simulate", file, "--host", "northmoor-hospitals.test");
    assertThat(ran.status()).isEqualTo(EstateCommand.NOTHING_SEEN);
    assertThat(ran.err()).contains("shows no page of its own");
    assertThat(run("headers", "--simulate", file, "--host", "nosuch.northmoor-hospitals.test"))
        .extracting(Ran::status)
        .isEqualTo(TlsLook.NO_SUCH_NAME);
  }

  private static String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8).toString();
  }

  /// On a system with one loopback address only, all sites are the same.
  private static boolean hasAddressesOfTheirOwn() {
    try (var _ = new ServerSocket(0, 1, InetAddress.ofLiteral("127.42.0.1"))) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  private static JsonNode json(String host, String... options) throws IOException {
    var all = Stream.concat(Stream.of(host, "--json"), Stream.of(options));
    return new ObjectMapper().readTree(run("scan-web", all.toArray(String[]::new)).out());
  }

  private static Ran run(String command, String... options) {
    var out = new StringWriter();
    var err = new StringWriter();
    var arguments =
        Stream.concat(Stream.of(command, "--config", folder.toString()), Stream.of(options))
            .toArray(String[]::new);
    var status =
        EstateCommand.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Ran(status, out.toString(), err.toString());
  }
}
