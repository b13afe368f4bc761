package uk.nhs.estate.check.registration;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.RegistrationFacts;

/// Finds domains whose registration has run out.
public record DomainExpired() implements Check.OfRegistration {

  private static final Rule RULE =
      Rule.of(
          "registration.domain-expired",
          URGENT,
          "The domain's registration has expired",
          """
          The registry will take the domain out of the DNS and then delete it: websites and \
          mail stop, and anybody may register it and pose as the organisation.\
          """,
          """
          Renew it with the registrar today: most registries give some weeks of grace. Then \
          find out why nothing renewed it in time.\
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
    return Registration.judgeEnd(
        registration,
        end ->
            Verdict.passIf(
                Registration.left(registration, end).isPositive(), Registration.until(end)));
  }
}
