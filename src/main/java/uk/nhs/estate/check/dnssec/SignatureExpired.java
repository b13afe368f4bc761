package uk.nhs.estate.check.dnssec;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Security.Reason;

/// Finds domains that vanish for whoever validates because nobody signed them again.
public record SignatureExpired() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dnssec.signature-expired",
          URGENT,
          "A signature of the domain has expired",
          """
          Resolvers that check signatures refuse to answer, so that for their users the \
          website and the mail are gone. The signer has stopped, or a name server no \
          longer gets the zone anew.\
          """,
          """
          Have the zone signed again at once and see that every name server has it. If \
          that takes long, have the parent remove the DS record until it is done. Then \
          find out why the signer stopped.\
          """,
          Commands.SIGNED,
          rfc(4035, "5.3.1"),
          rfc(6781, "4.4.2.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Bogus.judge(dns, Reason.SIGNATURE_EXPIRED);
  }
}
