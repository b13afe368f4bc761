package uk.nhs.estate.check.dangling;

import static uk.nhs.estate.check.Severity.ADVISORY;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Pointer.Kind;

/// Finds MX records that were left behind when a mail server went.
public record MailServerMissing() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
              "dangling.mail-server-missing",
              ADVISORY,
              "An MX record points at a mail server that does not exist",
              """
              Mail that is sent to it waits or comes back. Whoever gets hold of that name one day, \
              by a new contract with the same supplier for example, receives the mail.\
              """,
              "Remove the MX record, or have it point at the server that takes the mail.",
              "dig {name} MX +short",
              rfc(5321, "5.1"),
              rfc(8020, "2"))
          .seenTwice();

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Dangling.missing(dns, Kind.MAIL_SERVER);
  }
}
