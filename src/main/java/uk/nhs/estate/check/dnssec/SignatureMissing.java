package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Security.Reason;

/// Finds records without a signature in a zone that must have one.
public record SignatureMissing() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dnssec.signature-missing",
          URGENT,
          "Records of a signed domain have no signature",
          """
          The parent says that the domain is signed, and resolvers that check signatures \
          refuse to answer, so that for their users what has no signature does not exist.\
          """,
          """
          Have the whole zone signed at every name server. If the domain shall no longer \
          be signed, have the parent remove the DS record first and wait until it has \
          left all caches.\
          """,
          Commands.SIGNED,
          rfc(4035, "2.2"),
          rfc(4035, "5.3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Bogus.judge(dns, Reason.SIGNATURE_MISSING);
  }
}
