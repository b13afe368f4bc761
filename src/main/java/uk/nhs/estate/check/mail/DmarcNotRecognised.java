package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;

/// Finds texts at the place of the DMARC record that were meant as one and are read as none.
public record DmarcNotRecognised() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dmarc-not-recognised",
          URGENT,
          "A record that was meant as DMARC is not recognised as such",
          """
          Receivers pass over every text that does not begin with v=DMARC1 and a semicolon, as \
          if there were no record.\
          """,
          """
          Correct the beginning of the record: v=DMARC1 in just this spelling, nothing before \
          it, and a semicolon after it.\
          """,
          "dig _dmarc.{name} TXT +short",
          rfc(9989, "4.7"),
          rfc(9989, "4.8"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dmarc.ofExistingDomain(
        mail,
        () ->
            Verdict.ofLookup(
                mail.dmarc(),
                _ -> {
                  var misses = Dmarc.nearMisses(mail.dmarc());
                  return Verdict.passIf(
                      misses.isEmpty() || !mail.dmarcRecords().isEmpty(),
                      String.join(
                          "; ",
                          misses.stream().map(miss -> miss.why() + ": " + miss.text()).toList()));
                }));
  }
}
