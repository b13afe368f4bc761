package uk.nhs.estate.check.whole;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.List;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.check.tls.CertificateExpired;
import uk.nhs.estate.check.tls.CertificateNameMismatch;
import uk.nhs.estate.check.tls.CertificateNotForServers;
import uk.nhs.estate.check.tls.CertificateNotYetValid;
import uk.nhs.estate.check.tls.CertificateSelfSigned;
import uk.nhs.estate.check.tls.CertificateUntrusted;
import uk.nhs.estate.observation.HttpFacts;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.certificate.Anchors;

/// Finds sites that nobody can enter, because browsers have been told to accept no warning.
///
/// @param anchors the certification authorities that are believed
public record HstsLocksVisitorsOut(Anchors anchors) implements Check.OfTlsAndHttp {

  private static final Rule RULE =
      Rule.of(
          "whole.hsts-locks-visitors-out",
          URGENT,
          "Returning visitors are locked out",
          """
          The site has told browsers by Strict-Transport-Security to accept nothing but a sound \
          certificate, and its certificate is not sound. Browsers that have been here before show \
          an error with no way past it.\
          """,
          """
          Mend the certificate at once. Taking the header away helps nobody who has it already: \
          browsers do not read it over a connection that they do not trust.\
          """,
          "curl -sSIk https://{name}/ | grep -i strict-transport; curl -sSI https://{name}/",
          rfc(6797, "8.4"),
          rfc(6797, "12.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls, HttpFacts http) {
    return Verdict.ofFirstAnswer(
        http,
        hop -> {
          if (hop.hsts().filter(hsts -> hsts.maxAge() > 0).isPresent()) {
            return judgeCertificate(tls);
          }
          return hop.mayHideThePage()
              ? new Verdict.Unknown("HTTP status " + hop.status() + " may hide its HSTS header")
              : new Verdict.NotApplicable("it does not send HSTS");
        });
  }

  private Verdict judgeCertificate(TlsFacts tls) {
    var checks =
        List.of(
            new CertificateExpired(),
            new CertificateNotYetValid(),
            new CertificateNameMismatch(),
            new CertificateSelfSigned(anchors),
            new CertificateNotForServers(),
            new CertificateUntrusted(anchors));
    Verdict worst = new Verdict.Pass();
    for (Check.OfTls check : checks) {
      var verdict = check.judge(tls);
      if (verdict instanceof Verdict.Fail(var faults, _)) {
        return new Verdict.Fail(
            "", check.rule().title() + " (" + faults.getFirst().evidence() + ")");
      }
      if (!(verdict instanceof Verdict.Pass)) {
        worst = verdict;
      }
    }
    return worst;
  }
}
