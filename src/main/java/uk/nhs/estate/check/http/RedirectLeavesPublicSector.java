package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;

import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Standard;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Visit;

/// Tells where visitors of a public-sector name are sent to a name that is none.
public record RedirectLeavesPublicSector() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.redirect-leaves-public-sector",
          INFORMATIONAL,
          "Visitors are sent to a name outside the public sector",
          """
          People trust what stands under a public-sector name. Whoever holds the other name \
          decides what they see there, and may hold it no longer than the contract lasts.\
          """,
          """
          Check that the place is meant, that it is under contract, and who would notice if the \
          name changed hands. Serve pages of an NHS organisation under a name of its own where \
          you can.\
          """,
          Commands.HEADER,
          new Standard(
              "GOV.UK: keep your domain name secure",
              "https://www.gov.uk/guidance/keep-your-domain-name-secure"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    if (!PublicSector.has(http.host())) {
      return new Verdict.NotApplicable("its own name is not one of the public sector");
    }
    return Redirects.judgeFaults(Redirects.frontDoors(http), visit -> faults(http.host(), visit));
  }

  private static List<Fault> faults(String host, Visit visit) {
    return Redirects.steps(visit).stream()
        .filter(
            step ->
                !PublicSector.has(step.to().host())
                    && !PublicSector.isOfOneDomain(host, step.to().host()))
        .map(step -> new Fault(step.to().host(), step.words()))
        .toList();
  }
}
