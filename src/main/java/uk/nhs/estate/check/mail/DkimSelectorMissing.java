package uk.nhs.estate.check.mail;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import java.util.Optional;
import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.MailFacts;
import uk.nhs.estate.observation.mail.DkimKeys;
import uk.nhs.estate.observation.mail.DkimKeys.Tried;

/// Finds selectors that the owner says are in use and that have no key.
public record DkimSelectorMissing() implements Check.OfMail {

  private static final Rule RULE =
      Rule.of(
          "mail.dkim-selector-missing",
          ADVISORY,
          "There is no DKIM key at a selector that is said to be in use",
          """
          Receivers cannot check mail that is signed with this selector: it counts as unsigned, and may \
          fail DMARC.\
          """,
          """
          Publish the key that the service which signs with this selector gives you. If nothing signs with \
          it any more, take the selector off the list.\
          """,
          Dkim.COMMAND,
          rfc(6376, "6.1.2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(MailFacts mail) {
    return Dkim.ofUsed(
        mail,
        () -> {
          var keys = DkimKeys.of(mail);
          var registered = keys.tried().stream().filter(Tried::registered).toList();
          if (registered.isEmpty()) {
            return new Verdict.NotApplicable("no selector is registered for it");
          }
          var missing =
              registered.stream()
                  .filter(tried -> tried.keys().isEmpty() && tried.obstacle().isEmpty())
                  .toList();
          return Dkim.faults(missing, registered, tried -> Optional.of(Dkim.absence(tried)));
        });
  }
}
