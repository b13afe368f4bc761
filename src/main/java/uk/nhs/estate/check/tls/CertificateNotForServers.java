package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;
import static uk.nhs.estate.check.tls.Requirements.baseline;

import java.util.Set;
import java.util.TreeSet;
import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Finds certificates that are for signing mail, code or clients.
public record CertificateNotForServers() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.certificate-not-for-servers",
          URGENT,
          "The certificate is not issued for servers",
          """
          Its extended key usage allows other things only, so browsers stop visitors with a \
          full-page warning and apps do not connect at all.\
          """,
          """
          Have a certificate issued for server authentication, and install it in place of this \
          one.\
          """,
          Commands.TEXT,
          rfc(5280, "4.2.1.12"),
          baseline("7.1.2.7.10"));

  /// Server authentication, and anything at all.
  static final Set<String> FOR_SERVERS = Set.of("1.3.6.1.5.5.7.3.1", "2.5.29.37.0");

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Chains.judge(
        tls,
        chain -> {
          var uses = chain.leaf().extendedKeyUsage();
          return Verdict.passIf(
              uses.isEmpty() || uses.get().stream().anyMatch(FOR_SERVERS::contains),
              "it is for " + String.join(", ", new TreeSet<>(uses.orElse(Set.of()))));
        });
  }
}
