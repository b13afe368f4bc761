package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import java.util.stream.Stream;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Hop;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.text.Hsts;

/// Finds sites that send HSTS with their first answer and then not always, or twice, or take it
// back.
public record HstsInconsistent() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.hsts-inconsistent",
          INFORMATIONAL,
          "Not every answer over HTTPS sends the same HSTS",
          """
          Visitors who come by a link meet another answer first, and are not told to stay on \
          HTTPS. Of several fields browsers read only the first one, and max-age=0 makes them \
          forget all.\
          """,
          """
          Send one Strict-Transport-Security field with every answer over HTTPS, redirects and \
          errors included (in nginx: add_header … always), from one place only.\
          """,
          Commands.HEADER,
          rfc(6797, "6.1"),
          rfc(6797, "7.1"),
          rfc(6797, "8.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Verdict.ofFirstAnswer(
        http, first -> StrictTransport.judge(first, hsts -> judge(http, hsts)));
  }

  private static Verdict judge(HttpFacts http, Hsts first) {
    var odd =
        Stream.concat(http.secure().hops().stream(), http.plain().hops().stream())
            .filter(hop -> hop.isHttps() && hop.host().equals(http.host()))
            .filter(hop -> !hop.mayHideThePage())
            .flatMap(hop -> evidence(hop, first).stream())
            .findFirst();
    if (odd.isEmpty() && http.secure().end() instanceof Visit.Obstructed(var obstacle)) {
      return new Verdict.Unknown(obstacle);
    }
    return Verdict.passIf(odd.isEmpty(), odd.orElse(""));
  }

  private static Optional<String> evidence(Hop hop, Hsts first) {
    var fields = hop.values(StrictTransport.FIELD);
    var hsts = hop.hsts();
    if (fields.isEmpty()) {
      return Optional.of(hop.url() + " sends none");
    }
    if (fields.size() > 1) {
      return Optional.of(hop.url() + " sends several: " + String.join(" | ", fields));
    }
    if (hsts.isEmpty()) {
      return Optional.of(hop.url() + " sends one that is not valid: " + fields.getFirst());
    }
    return hsts.get().equals(first)
        ? Optional.empty()
        : Optional.of(hop.url() + " sends another: " + fields.getFirst());
  }
}
