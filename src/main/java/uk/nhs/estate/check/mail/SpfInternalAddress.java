package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds SPF records of the domain's own with addresses that no receiver ever sees.
public record SpfInternalAddress() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.spf-internal-address",
          INFORMATIONAL,
          "The SPF record lists internal addresses",
          """
          Mail arrives from public addresses: the term has no effect, and shows how the \
          internal network is numbered.\
          """,
          """
          Remove the term. If the servers behind it send mail, list the public addresses that \
          they send from.\
          """,
          Spf.COMMAND,
          rfc(7208, "5.6"),
          rfc(6890, "2.2.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Spf.ofTree(mail, tree -> Spf.ofOwnTerms(tree, tree.internal()));
  }
}
