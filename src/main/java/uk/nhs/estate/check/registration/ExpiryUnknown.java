package uk.nhs.estate.check.registration;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.RegistrationFacts;

/// Finds domains of which nobody outside can see when their registration runs out, so that nobody
/// is warned by us.
///
/// That a registry was not reached this time, or turned us away, is no such finding: it is unknown.
public record ExpiryUnknown() implements Check.OfRegistration {

  private static final Rule RULE =
      Rule.of(
          "registration.expiry-unknown",
          INFORMATIONAL,
          "The registry does not show when the domain expires",
          """
          We cannot warn before the registration runs out. The organisation has to keep the date \
          itself.\
          """,
          """
          Note the date of expiry and who renews the domain, and turn on automatic renewal with the \
          registrar.\
          """,
          "whois {name}",
          rfc(9083, "4.5"),
          rfc(9224, "4"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(RegistrationFacts registration) {
    return switch (registration.outcome()) {
      case RegistrationFacts.Answered(var url, _) ->
          Registration.judge(
              registration,
              domain ->
                  Verdict.passIf(domain.expires().isPresent(), "no date of expiry in " + url));
      case RegistrationFacts.NotFound(var url) ->
          new Verdict.Fail("", "HTTP status 404 for " + url);
      case RegistrationFacts.NoService _ ->
          new Verdict.Fail("", "no RDAP service is known for " + registration.name());
      case RegistrationFacts.KeptApart apart -> new Verdict.NotApplicable(apart.words());
    };
  }
}
