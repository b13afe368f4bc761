package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.INFORMATIONAL;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds SPF records of the domain's own that are too long for small answers.
public record SpfRecordLong() implements Check.OfMail {

  /// What is below it ought to fit into an answer of 512 bytes (RFC 7208 §3.4).
  private static final int LONGEST = 450;

  private static final Rule RULE =
      Rule.of(
          "mail.spf-record-long",
          INFORMATIONAL,
          "The SPF record is longer than 450 characters",
          """
          The answer may not fit into one packet with what else stands there, and receivers \
          behind old firewalls then do not get it.\
          """,
          """
          Shorten the record: remove services that no longer send, or join addresses into \
          ranges.\
          """,
          Spf.COMMAND,
          rfc(7208, "3.4"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Spf.ofTree(
        mail,
        tree ->
            Spf.ofOwnRecords(
                tree,
                node ->
                    node.published()
                        .map(one -> one.record().text().length())
                        .filter(length -> length > LONGEST)
                        .map(length -> length + " characters")));
  }
}
