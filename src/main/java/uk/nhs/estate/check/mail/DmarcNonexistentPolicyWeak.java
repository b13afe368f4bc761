package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.DmarcDiscovery.Effective;

/// Finds domains whose DMARC policy is weaker for names that do not even exist.
public record DmarcNonexistentPolicyWeak() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dmarc-nonexistent-policy-weak",
          INFORMATIONAL,
          "The DMARC policy is weaker for names that do not exist",
          """
          Nobody sends honest mail from a name that does not exist, yet forged mail from there \
          is let through more easily.\
          """,
          "Set np=reject: no mail of yours can come from names that do not exist.",
          "dig _dmarc.{name} TXT +short",
          rfc(9989, "4.7"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dmarc.ofPolicy(
        mail,
        (discovery, _) -> {
          var missing = discovery.reading().missing();
          var subdomains = discovery.reading().subdomains();
          return missing instanceof Effective.Hidden(var obstacle)
              ? new Verdict.Unknown(obstacle)
              : Verdict.passIf(
                  missing.strength().orElseThrow().compareTo(subdomains.strength().orElseThrow())
                      >= 0,
                  "for subdomains that exist "
                      + subdomains.words()
                      + ", for names that do not "
                      + missing.words());
        });
  }
}
