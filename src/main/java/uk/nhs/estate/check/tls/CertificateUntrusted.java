package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.certificate.Anchors;

/// Finds certificates that browsers do not believe.
///
/// The dates of the site's own certificate are other checks' business: it is judged as on a day
/// on which it counts. So are certificates that vouch for themselves, those of private
/// authorities, those that are for something else than servers, and chains that browsers
/// complete.
///
/// @param anchors the certification authorities that are believed
public record CertificateUntrusted(Anchors anchors) implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.certificate-untrusted",
          URGENT,
          "The certificate is not one that browsers trust",
          """
          Visitors are stopped by a full-page warning, by every browser or by those that do not \
          mend the fault by themselves, and apps do not connect at all.\
          """,
          """
          Install a certificate of a public certification authority, with every intermediate \
          certificate that came with it and without the root.\
          """,
          Commands.CHAIN,
          rfc(5280, "6.1"),
          rfc(8446, "4.4.2"));

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
              case Trust.Believed _ -> new Verdict.Pass();
              case Trust.Broken(var reason) -> new Verdict.Fail("", reason);
              case Trust.SelfSigned _ -> new Verdict.NotApplicable("it is self-signed");
              case Trust.OfPrivateAuthority(var authority) ->
                  new Verdict.NotApplicable("its authority, “" + authority + "”, is a private one");
              case Trust.NotForServers _ ->
                  new Verdict.NotApplicable("it is not issued for servers");
              case Trust.Incomplete(var missing) ->
                  new Verdict.NotApplicable("the certificate of “" + missing + "” is missing");
              case Trust.Undecided(var reason) -> Verdict.Unknown.lasting(reason);
            });
  }
}
