package uk.nhs.estate.profile.observatory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.observation.AddressFacts;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Sighting;
import uk.nhs.estate.probe.Lab;
import uk.nhs.estate.probe.LoneServer;
import uk.nhs.estate.probe.http.HttpProbe;
import uk.nhs.estate.probe.net.Addresses;
import uk.nhs.estate.probe.net.Dialler;
import uk.nhs.estate.probe.net.ScannerSettings.Limits;
import uk.nhs.estate.register.PreloadedNames;
import uk.nhs.estate.sample.Lookups;

/// Cases of web posture, when they are there: a file beside the project, or the one that the system
/// property `web-posture` names. Each is served on loopback and looked at with the real probe.
///
/// A case says what the Observatory gave, and where a standard says otherwise, what that says.
class ObservatoryCasesTest {
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final PreloadedNames PRELOADED = new PreloadedNames(Set.of("dev"), Set.of());

  /// Here nothing is slow but the machine.
  private static final Limits PATIENT =
      new Limits(
          PATIENCE, 1, PATIENCE, PATIENCE, PATIENCE.multipliedBy(2), 10, 16 * 1024, 4 * 1024, 4);

  /// Two looks use the processors, the others wait for ports at which nobody listens.
  private static final int AT_ONCE = 6;

  private final List<String> wrong = new ArrayList<>();

  @Test
  void givesWhatTheCasesSay() throws Exception {
    var file =
        Stream.of(
                System.getProperty("web-posture"),
                "../shared/cases/web-posture.json",
                "../../shared/cases/web-posture.json")
            .filter(Objects::nonNull)
            .map(Path::of)
            .filter(Files::isRegularFile)
            .findFirst();
    assumeThat(file).as("the cases of web posture are not here").isPresent();
    var cases = new JsonMapper().readTree(file.get().toFile());

    try (var servers = new CaseServers(NOW)) {
      for (var one : cases) {
        servers.add(one);
      }
      var settings =
          Lab.limits(
              Lab.settings(
                  new InetSocketAddress(LoneServer.home(), 53),
                  servers.httpPort(),
                  servers.httpsPort()),
              PATIENT);
      try (var dialler = new Dialler(settings);
          var scanners = Executors.newFixedThreadPool(AT_ONCE)) {
        var probe =
            new HttpProbe(
                settings, dialler, host -> names(servers, host), InstantSource.fixed(NOW));
        var scores = new LinkedHashMap<JsonNode, Future<Observatory>>();
        for (var one : cases) {
          scores.put(one, scanners.submit(() -> look(probe, servers, one)));
        }
        for (var score : scores.entrySet()) {
          judge(score.getKey(), score.getValue().get());
        }
      }
    }

    assertThat(wrong).as("of " + cases.size() + " cases").isEmpty();
  }

  private static Observatory look(HttpProbe probe, CaseServers servers, JsonNode one) {
    var host = one.get("host").asText();
    var sighting = probe.look(host, Addresses.in(names(servers, host)), List.of());
    return sighting instanceof Sighting.Seen(_, HttpFacts http)
        ? Observatory.of(http, servers.isTrusted(one), PRELOADED)
        : new Observatory.NotGraded("nothing was seen");
  }

  private static AddressFacts names(CaseServers servers, String host) {
    return new AddressFacts(
        NOW,
        servers
            .addressOf(host)
            .map(address -> Lookups.found(host, "A", address.getHostAddress()))
            .orElseGet(() -> Lookups.absent(host, "A")),
        Lookups.absent(host, "AAAA"));
  }

  private void judge(JsonNode one, Observatory given) {
    var id = one.get("id").asText();
    boolean refused = !one.get("error").isNull();
    switch (given) {
      case Observatory.NotGraded(var reason) -> note(!refused, id + " is not graded: " + reason);
      case Observatory.Graded graded -> {
        note(refused, id + " is graded");
        if (!refused) {
          judge(one, id, graded);
        }
      }
    }
  }

  /// Where our result for another test than the one that a case is about differs from theirs, the
  /// difference must be named.
  private void judge(JsonNode one, String id, Observatory.Graded graded) {
    var about = one.get("test").asText();
    for (var result : graded.results()) {
      var test = result.question().id();
      var said = one.get("allResults").get(test).asText();
      var difference = result.difference();
      var theirs = difference == null ? result.outcome() : difference.theirs();
      note(!theirs.id().equals(said), id + ": they say " + said + ", not " + theirs.id());
      if (test.equals(about)) {
        var expected = one.get("specExpected") == null ? said : one.get("specExpected").asText();
        note(
            !result.outcome().id().equals(expected),
            id + ": " + expected + ", not " + result.outcome().id());
      }
    }
    if (graded.deviations().isEmpty()) {
      note(graded.score() != one.get("score").asInt(), id + ": score " + graded.score());
      note(!graded.grade().equals(one.get("grade").asText()), id + ": grade " + graded.grade());
      note(graded.passed() != one.get("testsPassed").asInt(), id + ": passed " + graded.passed());
    }
  }

  private void note(boolean isWrong, String words) {
    if (isWrong) {
      wrong.add(words);
    }
  }
}
