package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Finds chains in which a certificate comes before all that it certifies.
///
/// Certificates that have nothing to do with the chain are another check's business.
public record ChainOutOfOrder() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.chain-out-of-order",
          INFORMATIONAL,
          "The certificates are sent in the wrong order",
          """
          Each certificate is meant to be followed by the one that certifies it. Browsers put \
          them in order themselves; some older programs do not, and refuse to connect.\
          """,
          """
          Put the certificates into the file in order: that of the site first, then the one \
          which issued it, and so on.\
          """,
          Commands.CHAIN,
          rfc(8446, "4.4.2"),
          rfc(5246, "7.4.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Chains.judge(
        tls,
        chain -> {
          var early = new SentCertificates(chain.certificates()).tooEarly();
          return Verdict.passIf(
              early.isEmpty(), "sent too early: " + SentCertificates.words(early));
        });
  }
}
