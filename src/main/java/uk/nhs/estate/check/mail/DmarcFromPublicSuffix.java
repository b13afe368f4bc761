package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds domains whose only DMARC policy is that of the public suffix above them.
public record DmarcFromPublicSuffix() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dmarc-from-public-suffix",
          INFORMATIONAL,
          "The DMARC policy comes from the public suffix above the domain",
          """
          The policy is set by whoever runs the suffix, who also gets the reports. Receivers \
          that do not yet follow RFC 9989 find no policy at all.\
          """,
          """
          Publish a DMARC record of your own at _dmarc below the domain, with an address of \
          yours in rua.\
          """,
          "dig _dmarc.{name} TXT +short; dig _dmarc.nhs.uk TXT +short",
          rfc(9989, "4.10.1"),
          rfc(9989, "4.7"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dmarc.ofPolicy(
        mail,
        (discovery, applies) -> Verdict.passIf(!discovery.isFromPublicSuffix(), applies.words()));
  }
}
