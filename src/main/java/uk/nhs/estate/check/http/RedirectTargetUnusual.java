package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.text.WebAddress;

/// Finds redirects to an IP address, to another port, or with a name or password in the address.
public record RedirectTargetUnusual() implements Check.OfHttp {

  private static final Rule RULE =
      Rule.of(
          "http.redirect-target-unusual",
          INFORMATIONAL,
          "A redirect leads to an unusual address",
          """
          Hardly any certificate holds for an IP address, networks may block other ports, and a \
          password in an address can be read by everybody. Such a redirect often shows what was \
          meant to stay inside.\
          """,
          """
          Let the redirect name a host and nothing before it, on the port that its scheme stands \
          for.\
          """,
          Commands.HEADER,
          rfc(9110, "4.2.4"),
          rfc(9110, "15.4"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(HttpFacts http) {
    return Redirects.judgeFaults(Redirects.frontDoors(http), RedirectTargetUnusual::faults);
  }

  private static List<Fault> faults(Visit visit) {
    return Redirects.steps(visit).stream()
        .filter(step -> !what(step.to()).isEmpty())
        .map(step -> new Fault(step.to().origin(), step.words() + what(step.to())))
        .toList();
  }

  /// The name or password itself is never shown.
  private static String what(WebAddress to) {
    return (to.isIpAddress() ? ", an IP address" : "")
        + (to.hasOtherPort() ? ", on another port" : "")
        + (to.credentials() ? ", with a name or password in the address" : "");
  }
}
