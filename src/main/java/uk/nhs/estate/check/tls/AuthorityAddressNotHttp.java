package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;
import static uk.nhs.estate.check.tls.Requirements.baseline;

import java.util.List;
import java.util.stream.Stream;
import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Finds addresses of authorities by LDAP, HTTPS or other ways, where none by HTTP stands beside
/// them.
public record AuthorityAddressNotHttp() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.authority-address-not-http",
          INFORMATIONAL,
          "The certificate names addresses that outsiders cannot use",
          """
          Where its issuer, its revocation list or its OCSP responder is to be found is given by \
          another way than plain HTTP. Others cannot ask there, or not without asking about \
          another certificate first.\
          """,
          """
          Have the authority put addresses that begin with http:// into its certificates: what \
          is there is signed, and needs no TLS.\
          """,
          Commands.TEXT,
          rfc(5280, "4.2.2.1"),
          rfc(5280, "8"),
          baseline("7.1.2.7.7"),
          baseline("7.1.2.11.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Chains.judge(
        tls,
        chain -> {
          var odd =
              Stream.of(
                      chain.leaf().issuerPlaces(),
                      chain.leaf().crlPlaces(),
                      chain.leaf().ocspPlaces())
                  .filter(list -> list.stream().noneMatch(AuthorityAddressNotHttp::isHttp))
                  .flatMap(List::stream)
                  .toList();
          return Verdict.passIf(odd.isEmpty(), "it names " + String.join(", ", odd));
        });
  }

  private static boolean isHttp(String address) {
    return address.regionMatches(true, 0, "http://", 0, 7);
  }
}
