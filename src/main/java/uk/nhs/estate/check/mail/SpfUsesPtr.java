package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds SPF records of the domain's own that use `ptr`.
public record SpfUsesPtr() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.spf-uses-ptr",
          INFORMATIONAL,
          "The SPF record uses ptr",
          """
          It is slow and unreliable, costs receivers many questions, and some receivers pass \
          it over. SPF itself says that it should not be used.\
          """,
          """
          Replace it by the addresses of the servers, with ip4 and ip6, or by a or mx.\
          """,
          Spf.COMMAND,
          rfc(7208, "5.5"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Spf.ofTree(mail, tree -> Spf.ofOwnTerms(tree, tree.ptrs()));
  }
}
