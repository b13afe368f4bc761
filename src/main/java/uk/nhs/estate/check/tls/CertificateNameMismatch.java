package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.CertificateNames;
import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Finds sites that show the certificate of another name.
public record CertificateNameMismatch() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.certificate-name-mismatch",
          URGENT,
          "The certificate is for another name",
          """
          Browsers stop visitors with a full-page warning: the server may be a stranger's. Often \
          it is, when a name still points to a host that now serves somebody else.\
          """,
          """
          Have a certificate issued that lists this very name as a subject alternative name, and \
          check that the name points to the right server.\
          """,
          Commands.NAMES,
          rfc(9525, "6.3"),
          rfc(5280, "4.2.1.6"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Chains.judge(tls, chain -> CertificateNames.judge(chain.leaf(), tls.serverName()));
  }
}
