package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Security.Reason;

/// Finds signatures by a key that is not in the zone.
public record SignatureWithoutKey() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dnssec.signature-without-key",
          URGENT,
          "Records are signed by a key that the domain does not publish",
          """
          Resolvers that check signatures refuse to answer, so that for their users the \
          records do not exist. A key was taken out, or put to use, too soon when keys \
          were changed.\
          """,
          """
          Publish the key again, or have the zone signed with a key that is published; \
          then change keys in the order and with the waits of RFC 6781.\
          """,
          Commands.KEYS,
          rfc(4035, "5.3.1"),
          rfc(6781, "4.1.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Bogus.judge(dns, Reason.SIGNATURE_WITHOUT_KEY);
  }
}
