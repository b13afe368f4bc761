package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import java.security.cert.TrustAnchor;
import java.util.Set;
import uk.nhs.estate.check.ChainOfTrust;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Finds certificates that browsers do not believe.
///
/// The dates of the site's own certificate are other checks' business: it is judged as on a day on
/// which it counts.
///
/// @param anchors the certification authorities that are believed
public record CertificateUntrusted(Set<TrustAnchor> anchors) implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.certificate-untrusted",
          URGENT,
          "The certificate is not one that browsers trust",
          """
          Visitors are stopped by a full-page warning, by every browser or by those that do not \
          mend the fault by themselves, and apps do not connect at all.\
          """,
          """
          Install a certificate of a public certification authority, with every intermediate \
          certificate that came with it and without the root.\
          """,
          Commands.CHAIN,
          rfc(5280, "6.1"),
          rfc(8446, "4.4.2"));

  public CertificateUntrusted {
    anchors = Set.copyOf(anchors);
  }

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Verdict.ofHandshake(
        tls,
        completed -> {
          var chain = completed.certificates();
          return chain.isEmpty()
              ? Verdict.Unknown.lasting("its certificate cannot be read")
              : new ChainOfTrust(chain, anchors).judge(tls.seenAt());
        });
  }
}
