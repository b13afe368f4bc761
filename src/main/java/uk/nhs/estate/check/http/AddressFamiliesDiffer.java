package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Visit;

/// Finds sites that answer over IPv6 otherwise than over IPv4.
public record AddressFamiliesDiffer() implements Check.OfHttp {

  /// What an answer's `Origin` does not change.
  private static final List<String> COMPARED =
      List.of(
          "Strict-Transport-Security",
          "Content-Security-Policy",
          "X-Frame-Options",
          "X-Content-Type-Options",
          "Referrer-Policy",
          "Permissions-Policy",
          "Cross-Origin-Opener-Policy",
          "Cross-Origin-Embedder-Policy");

  private static final Rule RULE =
      Rule.of(
              "http.address-families-differ",
              INFORMATIONAL,
              "The site answers differently over IPv4 and IPv6",
              """
              Which of the two a visitor uses is up to the network. A server that was forgotten when \
              the other was set up leaves some visitors without protection, or without the page.\
              """,
              """
              Set up the servers behind both addresses alike; often one of them is an old or a \
              default server.\
              """,
              "curl -4sSI https://{name}/; curl -6sSI https://{name}/",
              rfc(8305, "1"),
              rfc(6797, "7.1"))
          .seenTwice();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Verdict.ofFirstAnswer(
        http,
        first ->
            http.again()
                .map(again -> judge(first, again))
                .orElseGet(() -> new Verdict.NotApplicable("the page was asked for once only")));
  }

  private static Verdict judge(Hop first, Visit again) {
    if (again.hops().isEmpty()) {
      return again.end() instanceof Visit.Obstructed(var obstacle)
          ? new Verdict.Unknown(obstacle)
          : new Verdict.Unknown("nobody answered the second time");
    }
    var second = again.hops().getFirst();
    if (isIpv6(first) == isIpv6(second)) {
      return new Verdict.NotApplicable("it was seen at addresses of one kind only");
    }
    for (var hop : List.of(first, second)) {
      if (hop.mayHideThePage()) {
        return new Verdict.Unknown(Redirects.blocked(hop));
      }
    }
    var differences = differences(first, second);
    return Verdict.passIf(
        differences.isEmpty(),
        first.endpoint().address()
            + " and "
            + second.endpoint().address()
            + " differ: "
            + String.join("; ", differences));
  }

  private static boolean isIpv6(Hop hop) {
    return hop.endpoint().address().indexOf(':') >= 0;
  }

  private static List<String> differences(Hop one, Hop other) {
    var differences = new ArrayList<String>();
    if (one.status() != other.status()) {
      differences.add("status " + one.status() + " and " + other.status());
      return differences;
    }
    var place = Redirects.target(one);
    if (!place.equals(Redirects.target(other))) {
      differences.add("redirects to different places");
    }
    COMPARED.stream()
        .filter(name -> !steady(one, name).equals(steady(other, name)))
        .map(name -> name + " " + shown(one, name) + " and " + shown(other, name))
        .forEach(differences::add);
    return differences;
  }

  private static String shown(Hop hop, String name) {
    var values = hop.values(name);
    return values.isEmpty() ? "missing" : "\"" + String.join(", ", values) + "\"";
  }

  /// Without nonces and addresses for reports, which may be new in every answer.
  private static String steady(Hop hop, String name) {
    return Stream.of(String.join(",", hop.values(name)).toLowerCase(Locale.ROOT).split(";", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty() && !part.startsWith("report-"))
        .map(
            part ->
                Stream.of(part.split(" ", -1))
                    .filter(word -> !word.startsWith("'nonce-"))
                    .collect(Collectors.joining(" ")))
        .sorted()
        .collect(Collectors.joining(";"));
  }
}
