package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.DmarcDiscovery.Effective;
import uk.nhs.estate.observation.text.DmarcRecord.Policy;

/// Finds domains whose subdomains are protected less than they are.
public record DmarcSubdomainPolicyWeak() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dmarc-subdomain-policy-weak",
          ADVISORY,
          "The DMARC policy for subdomains is weaker than for the domain",
          """
          Whoever wants to forge mail uses a name below the domain instead, which looks as \
          real to most people.\
          """,
          """
          Set sp to the same as p, or leave it out. If the evidence names a record of a domain \
          above yours, add psd=n to your own: names below it then go by yours.\
          """,
          "dig _dmarc.{name} TXT +short",
          rfc(9989, "4.7"),
          rfc(9989, "4.10.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dmarc.ofPolicy(
        mail,
        (discovery, applies) -> {
          if (applies.policy() == Policy.NONE) {
            return new Verdict.NotApplicable("the policy for the domain is none");
          }
          var subdomains = discovery.reading().subdomains();
          return subdomains instanceof Effective.Hidden(var obstacle)
              ? new Verdict.Unknown(obstacle)
              : Verdict.passIf(
                  subdomains.strength().orElseThrow().compareTo(applies.policy()) >= 0,
                  "for the domain "
                      + applies.words()
                      + ", for its subdomains "
                      + subdomains.words());
        });
  }
}
