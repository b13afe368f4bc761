package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds texts that were meant to be the SPF record of a domain in use, and are none.
///
/// Beside an SPF record such a text does no harm. A domain without one is [SpfMissing] when there
/// is no such text either.
public record SpfNearMiss() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.spf-near-miss",
          URGENT,
          "The SPF record is misspelt, so that receivers do not see it",
          """
          A record that does not begin with v=spf1 and a space is no SPF record: the domain \
          has none, and receivers cannot tell its own mail from forged mail by the server that \
          sends it.\
          """,
          """
          Begin the record with v=spf1 and a space, and part its terms by spaces alone.\
          """,
          "dig {name} TXT +short | grep -i spf",
          rfc(7208, "4.5"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Parked.unlessUnused(
        mail,
        Verdict.ofExistingName(
            mail.txt(),
            _ -> {
              var selection = Spf.selection(mail);
              return Verdict.passIf(
                  !selection.records().isEmpty() || selection.nearMisses().isEmpty(),
                  String.join("; ", selection.nearMisses()));
            }));
  }
}
