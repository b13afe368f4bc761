package uk.nhs.estate.check.dns;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.Asked;
import uk.nhs.estate.observation.DnsFacts;

/// Finds zones whose mailbox for those responsible cannot be written to.
public record SoaMailboxMalformed() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dns.soa-mailbox-malformed",
          INFORMATIONAL,
          "The mailbox in the SOA record of the zone is not a mail address",
          "Whoever finds something wrong with the zone cannot tell those who look after it.",
          """
          Write the address with a full stop in place of the @, such as \
          hostmaster.example.nhs.uk for hostmaster@example.nhs.uk, and make sure that somebody \
          reads it.\
          """,
          "dig {name} SOA +short",
          rfc(1035, "3.3.13"),
          rfc(1912, "2.2"),
          rfc(2142, "7"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Delegation.judgeSoa(
        dns,
        soa -> {
          if (soa.mailbox().indexOf('@') >= 0) {
            return new Verdict.Fail(
                "", soa.mailbox() + " has an @, where a full stop stands for it");
          }
          var domain = Asked.plain(soa.mailDomain());
          return Verdict.passIf(
              !domain.isEmpty() && !domain.equals("localhost"),
              soa.mailbox() + " has no mail domain that others can write to");
        });
  }
}
