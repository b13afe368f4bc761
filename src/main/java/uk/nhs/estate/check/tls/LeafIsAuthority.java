package uk.nhs.estate.check.tls;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;
import static uk.nhs.estate.check.tls.Requirements.baseline;

import uk.nhs.estate.check.Chains;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.TlsFacts;

/// Finds sites that show a certificate with which others can be issued.
///
/// One that is signed with its own key is trusted by nobody, and vouches for nobody.
public record LeafIsAuthority() implements Check.OfTls {

  private static final Rule RULE =
      Rule.of(
          "tls.leaf-is-authority",
          ADVISORY,
          "The certificate of the site is that of an authority",
          """
          Its key may sign certificates for other names, and it lies on a web server. Some \
          browsers refuse such a certificate.\
          """,
          """
          Have a certificate issued for the site alone, and keep keys of authorities away from \
          servers that answer the internet.\
          """,
          Commands.TEXT,
          rfc(5280, "4.2.1.9"),
          baseline("7.1.2.7.8"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(TlsFacts tls) {
    return Chains.judge(
        tls,
        chain ->
            chain.leaf().isSelfIssued()
                ? new Verdict.NotApplicable("it is self-signed")
                : Verdict.passIf(
                    !chain.leaf().isAuthority(), "its basic constraints say that it is a CA"));
  }
}
