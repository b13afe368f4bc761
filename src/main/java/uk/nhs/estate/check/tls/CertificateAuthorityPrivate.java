package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;
import uk.nhs.estate.observation.certificate.Anchors;

/// Names authorities that are not among those which browsers come with.
///
/// A certificate which says that it follows the rules for public authorities is not from a
/// private one.
///
/// @param anchors the certification authorities that are believed
public record CertificateAuthorityPrivate(Anchors anchors) implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.certificate-authority-private",
          ADVISORY,
          "The certificate comes from a private authority",
          """
          Devices on which this authority was not installed stop visitors with a full-page \
          warning. That may be as intended for a service for staff; it is wrong for a site for \
          the public.\
          """,
          """
          If anybody outside your organisation uses the site, install a certificate of a public \
          authority. If nobody does, consider whether it has to answer the internet.\
          """,
          Commands.CHAIN,
          rfc(5280, "6.1.1"));

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
              case Trust.OfPrivateAuthority(var authority) ->
                  new Verdict.Fail("", "from “" + authority + "”");
              case Trust.SelfSigned _ -> new Verdict.NotApplicable("it is self-signed");
              case Trust.Undecided(var reason) -> Verdict.Unknown.lasting(reason);
              case Trust.Believed _, Trust.Incomplete _, Trust.NotForServers _, Trust.Broken _ ->
                  new Verdict.Pass();
            });
  }
}
