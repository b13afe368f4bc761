package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Sibling;
import uk.nhs.estate.observation.Visit;

/// Finds sites whose other name, with www. or without, keeps visitors on http.
public record SiblingWithoutHttps() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.sibling-without-https",
          ADVISORY,
          "The name with www. or without it is not kept to https",
          """
          Those who type the name this way are without encryption: anybody on the way can read \
          and change what they see, and send them elsewhere than to the site.\
          """,
          """
          Get a certificate that holds for both names, and let http of either name redirect to \
          https of the same name.\
          """,
          Commands.BOTH_NAMES,
          rfc(6797, "7.2"),
          new Standard(
              "GOV.UK service manual: managing domain names",
              "https://www.gov.uk/service-manual/technology/managing-domain-names"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Siblings.judgeOne(http, SiblingWithoutHttps::judge);
  }

  private static Verdict judge(Sibling sibling) {
    if (sibling.plain().hops().isEmpty()) {
      return sibling.plain().end() instanceof Visit.Obstructed(var obstacle)
          ? new Verdict.Unknown(obstacle)
          : sibling.secure().hops().isEmpty()
              ? new Verdict.NotApplicable("its other name does not answer")
              : new Verdict.Pass();
    }
    if (Redirects.steps(sibling.plain()).stream().anyMatch(step -> step.leadsToHttps())) {
      return judgeSecure(sibling);
    }
    var last = sibling.plain().hops().getLast();
    return switch (sibling.plain().end()) {
      case Visit.Obstructed(var obstacle) -> new Verdict.Unknown(obstacle);
      case Visit.Endless _ -> new Verdict.NotApplicable("its redirects never end");
      case Visit.NobodyListens _, Visit.Answered _ ->
          last.mayHideThePage()
              ? new Verdict.Unknown(Redirects.blocked(last))
              : Redirects.target(last).isPresent()
                  ? judgeSecure(sibling)
                  : new Verdict.Fail(
                      sibling.host(),
                      Redirects.shown(last) + " answers with status " + last.status());
    };
  }

  private static Verdict judgeSecure(Sibling sibling) {
    if (!sibling.secure().hops().isEmpty()) {
      return new Verdict.Pass();
    }
    return sibling.secure().end() instanceof Visit.Obstructed(var obstacle)
        ? new Verdict.Unknown(obstacle)
        : new Verdict.Fail(
            sibling.host(), "it answers over http, and nobody on the port for HTTPS");
  }
}
