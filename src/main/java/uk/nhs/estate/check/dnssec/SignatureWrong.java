package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Security.Reason;

/// Finds signatures that do not fit what they are said to sign.
public record SignatureWrong() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dnssec.signature-wrong",
          URGENT,
          "A signature of the domain does not fit its records",
          """
          Resolvers that check signatures refuse to answer, so that for their users the \
          records do not exist. The records were changed after they were signed, on the \
          name server or on the way to it.\
          """,
          """
          Have the zone signed again, and see that nothing changes it afterwards and \
          that every name server has all of the same version.\
          """,
          Commands.VALIDATE,
          rfc(4035, "5.3.3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Bogus.judge(dns, Reason.SIGNATURE_WRONG);
  }
}
