package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Says which certificates have a star in their names.
public record CertificateWildcard() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.certificate-wildcard",
          INFORMATIONAL,
          "The certificate is for every name below a domain",
          """
          This is allowed, and often practical. Its key is usually on several servers: whoever \
          gets at it on one of them can pose as any name below the domain.\
          """,
          """
          Where certificates are renewed automatically, have one issued for each site. Otherwise \
          know every server that has the key.\
          """,
          Commands.NAMES,
          rfc(9525, "6.3"),
          rfc(9525, "7.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Chains.judge(
        tls,
        chain -> {
          var stars =
              chain.leaf().dnsNames().stream().filter(name -> name.startsWith("*.")).toList();
          return Verdict.passIf(stars.isEmpty(), "for " + String.join(", ", stars));
        });
  }
}
