package uk.nhs.estate.check.registration;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.RegistrationFacts;

/// Finds domains that their registrar or registry has taken out of the DNS.
public record DomainOnHold() implements Check.OfRegistration {

  private static final Rule RULE =
      Rule.of(
          "registration.domain-on-hold",
          URGENT,
          "The domain is on hold",
          """
          A domain on hold is not published in the DNS: nothing under it can be reached, and \
          its mail bounces. Holds follow unpaid fees, unproven contacts, disputes and abuse.\
          """,
          """
          Ask the registrar why. A client hold is the registrar's and lifted by it; a server \
          hold is the registry's, and the registrar can say what it wants.\
          """,
          Registration.COMMAND,
          rfc(9083, "4.6"),
          rfc(8056, "2"),
          rfc(5731, "2.3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(RegistrationFacts registration) {
    return Registration.hasNone(registration, List.of("client hold", "server hold"));
  }
}
