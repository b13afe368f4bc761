package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Offers;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Finds sites at one of whose addresses the port for HTTPS answers and no browser can connect.
public record HandshakeFails() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.handshake-fails",
          URGENT,
          "No secure connection can be made",
          """
          The server answers on the port for HTTPS and then fails to agree on TLS 1.2 or 1.3, so \
          browsers show an error in place of the site.\
          """,
          """
          Turn on TLS 1.2 and 1.3 with a certificate for this name, and turn off what is older; \
          the Mozilla SSL Configuration Generator writes the lines for most servers.\
          """,
          Commands.CHAIN,
          rfc(9325, "3.1.1"),
          rfc(8996, ""));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Offers.ofOutcomes(
        tls,
        outcome ->
            switch (outcome) {
              case TlsFacts.Completed _ -> new Verdict.Pass();
              case TlsFacts.Failed(var offered, var answer) ->
                  new Verdict.Fail(
                      "", "offered %s: %s".formatted(String.join(", ", offered), answer));
              case TlsFacts.NotTls(var answer) ->
                  new Verdict.Fail("", "answered without TLS: " + answer);
              case TlsFacts.NobodyListens _ -> new Verdict.NotApplicable(Verdict.NOBODY_ON_HTTPS);
            });
  }
}
