package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.List;
import java.util.stream.Collectors;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.text.MailExchange;

/// Finds domains that say that they take no mail, and in the same breath something else.
public record MxNullInvalid() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.mx-null-invalid",
          ADVISORY,
          "The null MX record is not alone or has a preference",
          """
          A null MX record says that the domain takes no mail. Beside other MX records it \
          contradicts them: some senders deliver, others send the mail back.\
          """,
          """
          If the domain takes mail, delete the null MX record. If it takes none, keep that \
          record alone, with preference 0.\
          """,
          "dig {name} MX +short",
          rfc(7505, "3"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Verdict.ofExistingName(
        mail.mx(),
        _ -> {
          var records = mail.exchanges();
          return Verdict.passIf(
              records.stream().noneMatch(MailExchange::isNull)
                  || records.equals(List.of(new MailExchange(0, "."))),
              records.stream()
                  .map(one -> one.preference() + " " + one.host())
                  .collect(Collectors.joining(", ")));
        });
  }
}
