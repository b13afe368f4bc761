package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Fault;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.text.MailExchange;

/// Finds MX records that hold an address where a name must stand.
public record MxIsAddress() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.mx-is-address",
          ADVISORY,
          "An MX record holds an address instead of a name",
          """
          Senders look for a host of that name and find none, so that no mail gets to this \
          server.\
          """,
          """
          Give the mail server a name with an A record, and put that name into the MX record.\
          """,
          "dig {name} MX +short",
          rfc(1035, "3.3.9"),
          rfc(5321, "5.1"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Verdict.ofExistingName(
        mail.mx(),
        _ ->
            Verdict.ofFaults(
                mail.exchanges().stream()
                    .filter(MailExchange::isAddress)
                    .map(one -> new Fault(one.host(), one.preference() + " " + one.host()))
                    .toList()));
  }
}
