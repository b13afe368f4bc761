package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Obstacle;
import uk.nhs.estate.observation.Sibling;
import uk.nhs.estate.observation.Visit;

/// Finds sites whose other name, with www. or without, leads nowhere.
public record SiblingUnreachable() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.sibling-unreachable",
          INFORMATIONAL,
          "The name with www. or without it does not answer",
          "People type a name either way, and those who type this one see an error.",
          """
          Give the other name an address and let it redirect to this one, or check that nobody \
          uses it.\
          """,
          "curl -sSIL https://www.{name}/",
          new Standard(
              "GOV.UK: naming and registering government websites",
              "https://www.gov.uk/guidance/naming-and-registering-government-websites"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Siblings.judge(http, sibling -> judge(http, sibling));
  }

  private static Verdict judge(HttpFacts http, Sibling sibling) {
    if (!sibling.plain().hops().isEmpty() || !sibling.secure().hops().isEmpty()) {
      return new Verdict.Pass();
    }
    for (var visit : List.of(sibling.secure(), sibling.plain())) {
      if (visit.end() instanceof Visit.Obstructed(var obstacle)) {
        return obstacle.kind() == Obstacle.Kind.NO_ADDRESS
            ? withoutAddress(http, sibling)
            : new Verdict.Unknown(obstacle);
      }
    }
    return new Verdict.Fail(sibling.host(), "nobody answers, neither over http nor over https");
  }

  /// Below a registered domain and its www nobody expects a pair.
  private static Verdict withoutAddress(HttpFacts http, Sibling sibling) {
    return PublicSector.isRegistered(sibling.host()) || PublicSector.isRegistered(http.host())
        ? new Verdict.Fail(sibling.host(), "the name has no address")
        : new Verdict.NotApplicable("its other name has no address");
  }
}
