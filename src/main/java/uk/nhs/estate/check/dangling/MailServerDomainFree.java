package uk.nhs.estate.check.dangling;

import static uk.nhs.estate.check.Severity.URGENT;
import static uk.nhs.estate.check.Standard.rfc;

import uk.nhs.estate.check.Check;
import uk.nhs.estate.check.Rule;
import uk.nhs.estate.check.Verdict;
import uk.nhs.estate.observation.DnsFacts;
import uk.nhs.estate.observation.Pointer.Kind;

/// Finds domains whose mail goes to whoever registers the domain of a mail server.
public record MailServerDomainFree() implements Check.OfDns {

  private static final Rule RULE =
      Rule.of(
          "dangling.mail-server-domain-free",
          URGENT,
          "A mail server is in a domain that nobody has registered",
          """
          Whoever registers that domain receives mail that is meant for this one, password \
          resets included, and can get certificates by it. The registry says that the domain \
          does not exist; it may keep it back, but that is luck.\
          """,
          """
          Remove the MX record at once. If the domain was yours, find out why it was not \
          renewed, and register it again.\
          """,
          "dig {name} MX +short; whois <the domain of the mail server>",
          rfc(5321, "5.1"),
          rfc(8020, "2"));

  @Override
  public Rule rule() {
    return RULE;
  }

  @Override
  public Verdict judge(DnsFacts dns) {
    return Dangling.free(dns, Kind.MAIL_SERVER);
  }
}
