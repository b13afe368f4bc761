package uk.nhs.estate.check.registration;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.RegistrationFacts;

/// Finds domains that their registry is about to delete.
public record DomainBeingDeleted() implements Check.OfRegistration {

  private static final Rule RULE =
      Rule.of(
          "registration.domain-being-deleted",
          URGENT,
          "The domain is being deleted",
          """
          The registry has taken it out of the DNS and will soon delete it. From then on \
          anybody may register it, receive its mail and pose as the organisation.\
          """,
          """
          If the domain is needed, have the registrar restore it at once: this is possible in \
          the redemption period, and mostly not after it. If not, remove every link and record \
          that points to it.\
          """,
          Registration.COMMAND,
          rfc(9083, "4.6"),
          rfc(8056, "2"),
          rfc(3915, "3.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(RegistrationFacts registration) {
    return Registration.hasNone(registration, List.of("pending delete", "redemption period"));
  }
}
