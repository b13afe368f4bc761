package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Security.Reason;

/// Finds signatures from the future.
public record SignatureNotYetValid() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dnssec.signature-not-yet-valid",
          URGENT,
          "A signature of the domain is not valid yet",
          """
          Resolvers that check signatures refuse to answer, so that for their users the \
          website and the mail are gone until the date that the signature begins with. \
          Most often the clock of the signer is wrong.\
          """,
          """
          Set the clock of the signer right, have the zone signed again, and see that \
          every name server has it.\
          """,
          Commands.SIGNED,
          rfc(4035, "5.3.1"),
          rfc(4034, "3.1.5"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Bogus.judge(dns, Reason.SIGNATURE_NOT_YET_VALID);
  }
}
