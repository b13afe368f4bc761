package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds DMARC records that stand at the domain itself, where nobody looks for them.
public record DmarcMisplaced() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dmarc-misplaced",
          ADVISORY,
          "A DMARC record stands at the domain itself instead of at _dmarc",
          """
          Receivers look for the record at the name _dmarc below the domain, and nowhere else: \
          this one has no effect.\
          """,
          "Move the record to a TXT record at _dmarc below the domain, and delete it where it is.",
          "dig {name} TXT +short | grep -i dmarc; dig _dmarc.{name} TXT +short",
          rfc(9989, "4.5"),
          rfc(9989, "4.10"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Verdict.ofExistingName(
        mail.txt(),
        _ -> {
          var misplaced = MailFacts.dmarcRecords(mail.txt());
          return misplaced.isEmpty()
              ? new Verdict.Pass()
              : Verdict.ofLookup(
                  mail.dmarc(),
                  _ -> Verdict.passIf(!mail.dmarcRecords().isEmpty(), misplaced.getFirst().text()));
        });
  }
}
