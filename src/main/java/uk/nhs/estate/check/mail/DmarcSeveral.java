package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.text.DmarcRecord;

/// Finds domains whose DMARC is void because it is given more than once.
public record DmarcSeveral() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dmarc-several",
          URGENT,
          "The domain has more than one DMARC record",
          """
          Receivers must then take no notice of any of them: forged mail is delivered as if \
          there were no policy.\
          """,
          "Keep the record that says what you want, and delete the others.",
          "dig _dmarc.{name} TXT +short",
          rfc(9989, "4.10"),
          rfc(7489, "6.6.3"));

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
                _ ->
                    switch (mail.dmarcRecords().size()) {
                      case 0 -> new Verdict.NotApplicable("it has no DMARC record of its own");
                      case 1 -> new Verdict.Pass();
                      default ->
                          new Verdict.Fail(
                              "",
                              String.join(
                                  "\n",
                                  mail.dmarcRecords().stream().map(DmarcRecord::text).toList()));
                    }));
  }
}
