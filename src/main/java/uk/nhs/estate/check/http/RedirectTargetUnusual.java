package uk.nhs.estate.check.http;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.List;
import java.util.regex.Pattern;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.Visit;
import uk.nhs.estate.observation.text.IpAddress;

/// Finds redirects to an IP address, to another port, or with a name or password in the address.
public record RedirectTargetUnusual() implements Check.OfHttp {

  /// Something and an `@` in an address where browsers look for a host.
  private static final Pattern CREDENTIALS =
      Pattern.compile("^\\s*+(?i:https?+:)?+[/\\\\]{2}+[/\\\\]*+[^/\\\\?#@]++@");

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
        .filter(step -> !what(step).isEmpty())
        .map(step -> new Fault(step.to().origin(), step.words() + what(step)))
        .toList();
  }

  /// The name or password itself is never shown.
  private static String what(Redirects.Step step) {
    var to = step.to();
    boolean address = to.host().startsWith("[") || IpAddress.parse(to.host()).isPresent();
    boolean otherPort = !to.origin().equals(to.scheme() + "://" + to.host());
    boolean credentials =
        Redirects.location(step.from())
            .filter(place -> CREDENTIALS.matcher(place).find())
            .isPresent();
    return (address ? ", an IP address" : "")
        + (otherPort ? ", on another port" : "")
        + (credentials ? ", with a name or password in the address" : "");
  }
}
