package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;
import static uk.nhs.estate.check.tls.Requirements.baseline;

import java.util.stream.Stream;
import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Finds signatures that do not keep, on the certificate of the site and on intermediate ones.
/// Roots are trusted for being there, whatever their signature.
public record CertificateSignatureWeak() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.certificate-signature-weak",
          ADVISORY,
          "A certificate in the chain is signed with MD5 or SHA-1",
          """
          Certificates that are signed so can be forged, and have been. Browsers refuse them, \
          save those of authorities that somebody installed.\
          """,
          """
          Have the certificate issued again, by an authority that signs with SHA-256 or better.\
          """,
          Commands.TEXT,
          rfc(9155, ""),
          rfc(6151, "2"),
          baseline("7.1.3.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Chains.judge(
        tls,
        chain -> {
          var weak =
              Stream.concat(Stream.of(chain.leaf()), chain.intermediates().stream())
                  .filter(its -> its.signatureAlgorithm().isBroken())
                  .map(
                      its ->
                          SentCertificates.words(its) + " with " + its.signatureAlgorithm().name())
                  .toList();
          return Verdict.passIf(weak.isEmpty(), "signed: " + String.join("; ", weak));
        });
  }
}
