package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.certificate.Anchors;

/// Finds certificates that vouch for themselves.
///
/// @param anchors the certification authorities that are believed
public record CertificateSelfSigned(Anchors anchors) implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.certificate-self-signed",
          URGENT,
          "The certificate is self-signed",
          """
          Nobody vouches for it: browsers stop visitors with a full-page warning, and who clicks \
          it away cannot tell the site from an impostor.\
          """,
          """
          Have a certificate issued by a public certification authority; some issue them for \
          nothing and renew them automatically.\
          """,
          Commands.CHAIN,
          rfc(5280, "3.2"),
          rfc(5280, "6.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Chains.judge(
        tls,
        chain ->
            Verdict.passIf(
                !(Trust.of(chain, anchors, tls.seenAt()) instanceof Trust.SelfSigned),
                "it is signed with its own key"));
  }
}
