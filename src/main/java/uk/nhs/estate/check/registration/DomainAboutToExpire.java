package uk.nhs.estate.check.registration;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import java.time.Duration;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.RegistrationFacts;

/// Warns when there are only days left to renew.
///
/// @param notice how long before
public record DomainAboutToExpire(Duration notice) implements Check.OfRegistration {

  private static final Rule RULE =
      Rule.of(
          "registration.domain-about-to-expire",
          URGENT,
          "The domain's registration is about to expire",
          """
          When it expires, websites and mail under the domain stop, and after some weeks \
          anybody may register it and pose as the organisation.\
          """,
          "Renew it with the registrar today, and find out why automatic renewal has not.",
          Registration.COMMAND,
          rfc(9083, "4.5"),
          rfc(9083, "10.2.3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(RegistrationFacts registration) {
    return Registration.lasts(registration, notice, Duration.ZERO, "it has expired");
  }
}
