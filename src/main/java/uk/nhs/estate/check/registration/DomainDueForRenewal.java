package uk.nhs.estate.check.registration;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import java.time.Duration;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.RegistrationFacts;

/// Reminds of a renewal while there are months left.
///
/// @param notice how long before
/// @param shorter how long before it expires soon
public record DomainDueForRenewal(Duration notice, Duration shorter)
    implements Check.OfRegistration {

  private static final Rule RULE =
      Rule.of(
          "registration.domain-due-for-renewal",
          INFORMATIONAL,
          "The domain's registration is due for renewal",
          """
          Registrations that nobody feels responsible for lapse, most often when those who \
          made them have left.\
          """,
          """
          Renew it with the registrar for several years, and turn on automatic renewal with a \
          means of payment that will last. If the domain is not needed any more, plan how to \
          give it up safely.\
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
    return Registration.lasts(registration, notice, shorter, "it expires sooner than that");
  }
}
