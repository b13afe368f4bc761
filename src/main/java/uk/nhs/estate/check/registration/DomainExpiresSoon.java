package uk.nhs.estate.check.registration;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.time.Duration;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.RegistrationFacts;

/// Warns while there are weeks left to renew.
///
/// @param notice how long before
/// @param shorter how long before it is about to expire
public record DomainExpiresSoon(Duration notice, Duration shorter) implements Check.OfRegistration {

  private static final Rule RULE =
      Rule.of(
          "registration.domain-expires-soon",
          ADVISORY,
          "The domain's registration expires soon",
          """
          When it expires, websites and mail under the domain stop, and after some weeks \
          anybody may register it and pose as the organisation.\
          """,
          """
          Renew it with the registrar for several years, and turn on automatic renewal with a \
          means of payment that will last.\
          """,
          Registration.COMMAND,
          rfc(9083, "4.5"),
          rfc(9083, "10.2.3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(RegistrationFacts registration) {
    return Registration.lasts(
        registration, notice, shorter, "it has expired or is about to expire");
  }
}
