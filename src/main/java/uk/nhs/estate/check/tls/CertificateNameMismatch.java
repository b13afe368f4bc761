package uk.nhs.estate.check.tls;

import static java.util.stream.Collectors.joining;
import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.certificate.AlternativeName;
import uk.nhs.estate.observation.certificate.Certificate;
import uk.nhs.estate.observation.certificate.Extension;
import uk.nhs.estate.observation.certificate.Names;
import uk.nhs.estate.observation.certificate.PeerName;

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

  /// More than an analyst would read.
  private static final int MOST_NAMES = 20;

  private static String evidence(Certificate leaf, PeerName site) {
    var names =
        leaf.names().stream().limit(MOST_NAMES).map(AlternativeName::text).collect(joining(", "));
    var more =
        leaf.nameCount() > MOST_NAMES
            ? " and %d more".formatted(leaf.nameCount() - MOST_NAMES)
            : "";
    var common =
        leaf.subject().commonNames().stream()
            .filter(name -> new PeerName.Host(name).equals(site))
            .map(name -> "; its common name is " + name + ", which browsers do not read")
            .collect(joining());
    return "for " + (names.isEmpty() ? "no name at all" : names + more) + common;
  }

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    var site = PeerName.of(tls.serverName());
    return Chains.judge(
        tls,
        chain -> {
          var leaf = chain.leaf();
          if (Names.match(leaf, site)) {
            return new Verdict.Pass();
          }
          return leaf.malformed().containsKey(Extension.ALTERNATIVE_NAMES)
              ? Verdict.Unknown.lasting("the names in its certificate cannot be read")
              : new Verdict.Fail("", evidence(leaf, site));
        });
  }
}
