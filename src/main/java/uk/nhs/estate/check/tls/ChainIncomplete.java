package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.certificate.Anchors;

/// Finds chains that only those clients can complete which fetch certificates by their address
/// (RFC 5280 §4.2.2.1).
///
/// @param anchors the certification authorities that are believed
public record ChainIncomplete(Anchors anchors) implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.chain-incomplete",
          ADVISORY,
          "The server leaves out an intermediate certificate",
          """
          Most browsers fetch what is missing or know it already, so that nobody notices. Many \
          apps, phones and programs do not, and refuse to connect.\
          """,
          """
          Install every intermediate certificate that came with the certificate, without the \
          root; the file is often called chain or fullchain.\
          """,
          Commands.CHAIN,
          rfc(8446, "4.4.2"),
          rfc(5246, "7.4.2"),
          rfc(5280, "4.2.2.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Chains.judge(
        tls,
        chain ->
            switch (Trust.of(chain, anchors, tls.seenAt())) {
              case Trust.Incomplete(var missing) ->
                  new Verdict.Fail(
                      "",
                      "the certificate of “%s” is neither sent nor trusted; browsers can fetch it"
                          .formatted(missing));
              case Trust.SelfSigned _ -> new Verdict.NotApplicable("it is self-signed");
              case Trust.Undecided(var reason) -> Verdict.Unknown.lasting(reason);
              case Trust.Believed _,
                  Trust.OfPrivateAuthority _,
                  Trust.NotForServers _,
                  Trust.Broken _ ->
                  new Verdict.Pass();
            });
  }
}
