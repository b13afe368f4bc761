package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Finds must-staple certificates without a staple, as seen twice: some servers have none to send
/// at first.
public record StapleMissing() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
              "tls.staple-missing",
              ADVISORY,
              "The certificate demands an OCSP response, and the server sends none",
              """
              The certificate tells clients to accept it only together with a fresh OCSP response \
              (must-staple). Those that obey it refuse to connect.\
              """,
              """
              Turn on OCSP stapling at the server, or have the certificate issued again without the \
              demand: several authorities no longer answer OCSP.\
              """,
              Commands.STATUS,
              rfc(7633, "4.2.3"),
              rfc(6066, "8"))
          .seenTwice();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Chains.judge(
        tls,
        chain -> {
          if (!chain.leaf().mustStaple() || !chain.staples().isEmpty()) {
            return new Verdict.Pass();
          }
          return chain.showings().isEmpty()
              ? Verdict.Unknown.lasting("nobody asked for the OCSP response that it demands")
              : new Verdict.Fail("", "it demands an OCSP response, and none came with it");
        });
  }
}
