package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Counts the names in certificates.
public record CertificateNamesMany() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.certificate-names-many",
          INFORMATIONAL,
          "The certificate is for more than a hundred names",
          """
          Everyone in it shares one key and one date of renewal, every connection carries the \
          whole list, and it tells who uses the same supplier.\
          """,
          "Ask the supplier for a certificate that lists your own names only.",
          Commands.NAMES,
          rfc(5280, "4.2.1.6"));

  private static final int MOST_NAMES = 100;

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Chains.judge(
        tls,
        chain -> {
          int names = chain.leaf().dnsNames().size();
          return Verdict.passIf(names <= MOST_NAMES, "for " + names + " names");
        });
  }
}
