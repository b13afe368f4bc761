package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Finds certificates that neither certify the site nor one of those which do.
public record UnrelatedCertificateSent() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.unrelated-certificate-sent",
          INFORMATIONAL,
          "The server sends certificates of another chain",
          """
          They do not help anybody to check the certificate of the site, and make every \
          connection slower. Often they were left behind when the authority changed.\
          """,
          """
          Take out what does not belong to the chain: leave the certificate of the site and the \
          intermediate certificates that lead to its root.\
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
          var unrelated = new SentCertificates(chain.certificates()).unrelated();
          return Verdict.passIf(
              unrelated.isEmpty(), "unrelated: " + SentCertificates.words(unrelated));
        });
  }
}
