package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.RetiredMailCheck;
import uk.nhs.estate.observation.text.DmarcUri;

/// Finds reports that still go to the NCSC's Mail Check, which is no more.
public record DmarcReportsToMailCheck() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dmarc-reports-to-mail-check",
          ADVISORY,
          "DMARC reports still go to the retired NCSC Mail Check",
          """
          The NCSC retired Mail Check on 31 March 2026. Nobody reads what is sent there, so \
          nobody learns who sends in the name of the domain.\
          """,
          """
          Put a mailbox of yours, or of a service that reads the reports for you, into rua and \
          ruf, and delete the address of Mail Check.\
          """,
          "dig _dmarc.{name} TXT +short",
          rfc(9989, "4.7"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dmarc.ofOwnRecord(
        mail,
        record ->
            Verdict.ofFaults(
                record.mailboxes().stream()
                    .filter(mailbox -> RetiredMailCheck.had(mailbox.domain()))
                    .map(DmarcUri.Mailbox::address)
                    .distinct()
                    .map(address -> new Fault(address, record.text()))
                    .toList()));
  }
}
