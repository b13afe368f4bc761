package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Finds chains with their root.
///
/// A root that another one has cross-signed is an intermediate certificate, and helps older
/// devices: it is not meant here.
public record RootSent() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.root-sent",
          INFORMATIONAL,
          "The server sends the root certificate",
          """
          Who trusts the root has it already, and who does not gains nothing: it only makes \
          every connection slower.\
          """,
          """
          Take the root, the certificate that is signed with its own key, out of the file of \
          certificates.\
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
          var roots = new SentCertificates(chain.certificates()).roots();
          return Verdict.passIf(roots.isEmpty(), "root sent: " + SentCertificates.words(roots));
        });
  }
}
