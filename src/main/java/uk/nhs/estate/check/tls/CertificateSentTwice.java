package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Finds chains with the same certificate in two places.
public record CertificateSentTwice() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.certificate-sent-twice",
          INFORMATIONAL,
          "The server sends a certificate more than once",
          """
          It makes every connection slower and helps nobody; some old programs refuse such a \
          chain.\
          """,
          """
          Take the repetition out of the file of certificates: often the certificate of the site \
          stands in the chain file as well.\
          """,
          Commands.CHAIN,
          rfc(8446, "4.4.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Chains.judge(
        tls,
        chain -> {
          var twice = new SentCertificates(chain.certificates()).repeated();
          return Verdict.passIf(twice.isEmpty(), "sent twice: " + SentCertificates.words(twice));
        });
  }
}
