package uk.nhs.estate.check.tls;

import static java.util.stream.Collectors.joining;
import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.OfferedSuites;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.TlsPosture;
import uk.nhs.estate.observation.tls.TlsVersion;

/// Finds sites that protect some of their visitors worse than others.
public record AddressesDiffer() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.addresses-differ",
          INFORMATIONAL,
          "The addresses of the site offer different versions or cipher suites",
          """
          Which protection a visitor gets depends on the address that he comes to. Often one \
          server was forgotten when the others were brought up to date.\
          """,
          "Set up all servers of the site in the same way.",
          "testssl.sh --ip all --protocols --each-cipher {name}:443",
          rfc(9325, "3.1.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    var seen = new LinkedHashMap<String, TlsPosture>();
    var hidden = new ArrayList<String>();
    for (var server : tls.servers()) {
      var at = server.endpoint().toString();
      switch (server) {
        case TlsFacts.Unmet(_, var obstacle) -> hidden.add(at + ": " + obstacle.words());
        case TlsFacts.Met(_, TlsFacts.Completed _, TlsPosture posture) -> seen.put(at, posture);
        case TlsFacts.Met _ -> hidden.add(at + ": nothing more was tried");
      }
    }
    if (seen.size() + hidden.size() < 2) {
      return new Verdict.NotApplicable("it has one address only");
    }
    var differences = TlsPosture.VERSIONS.stream().map(version -> difference(seen, version));
    var faults = differences.filter(words -> !words.isEmpty()).toList();
    if (!faults.isEmpty()) {
      return new Verdict.Fail("", String.join("; ", faults));
    }
    return hidden.isEmpty() ? new Verdict.Pass() : new Verdict.Unknown(hidden.getFirst());
  }

  /// What differs in a version between the addresses whose lists are complete; empty for nothing.
  private static String difference(LinkedHashMap<String, TlsPosture> seen, int version) {
    var places = new LinkedHashMap<List<String>, List<String>>();
    seen.forEach(
        (at, posture) -> {
          if (OfferedSuites.hidden(posture, version).isEmpty()) {
            var names = OfferedSuites.names(posture, version, _ -> true).stream().sorted().toList();
            places.computeIfAbsent(names, _ -> new ArrayList<>()).add(at);
          }
        });
    if (places.size() < 2) {
      return "";
    }
    var common = places.keySet().stream().reduce(AddressesDiffer::common).orElse(List.of());
    return places.entrySet().stream()
        .map(of -> String.join(", ", of.getValue()) + ": " + words(of.getKey(), common))
        .collect(joining("; ", TlsVersion.name(version) + " at ", ""));
  }

  private static List<String> common(List<String> some, List<String> others) {
    return some.stream().filter(others::contains).toList();
  }

  private static String words(List<String> names, List<String> common) {
    if (names.isEmpty()) {
      return "not spoken";
    }
    var more = names.stream().filter(name -> !common.contains(name)).toList();
    return common.isEmpty()
        ? OfferedSuites.words(names)
        : more.isEmpty() ? "nothing else" : "also " + OfferedSuites.words(more);
  }
}
